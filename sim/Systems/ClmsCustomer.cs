using System.Text;
using System.Xml.Linq;
using Granary.Sim.Formats;

namespace Granary.Sim.Systems;

/// <summary>
/// The Customer element. The flat names carry the primary document, the first contact, address and relation of each type; further ones are in
/// a group under the flat name of their type (further documents: certs). A relation of type CHILD is child (its CustId) or child.name,
/// child.idtype and child.idno; a work address is work.address with work.province, work.city and work.district.
/// </summary>
internal static class ClmsCustomer
{
    public static readonly CodeMap IdTypes = new(
        ("01", "ID"), ("02", "TEMPID"), ("03", "PASSPORT"), ("04", "HUKOU"), ("05", "OFFICER"), ("06", "HMPERMIT"), ("07", "TWPERMIT"), ("08", "FRP"),
        ("20", "USCC"), ("21", "LICENCE"), ("22", "ORGCODE"));

    public static readonly CodeMap Operations = new(("A", "ADD"), ("U", "MODIFY"), ("C", "CLOSE"));

    private const string Certs = "certs";
    private static readonly CodeMap Kinds = new((Fields.Person, "I"), (Fields.Organisation, "E"));
    private static readonly CodeMap Genders = new(("M", "男"), ("F", "女"));
    private static readonly (string Type, string Name)[] Contacts = [("MOBILE", Fields.Mobile), ("HOME", Fields.Phone), ("OFFICE", Fields.Office), ("EMAIL", Fields.Email)];
    private static readonly (string Type, string Prefix)[] Addresses = [("HOME", ""), ("WORK", "work."), ("REGISTERED", "registered.")];
    private static readonly (string Element, string Name)[] AddressParts = [("Province", "province"), ("City", "city"), ("County", "district"), ("Detail", Fields.Address)];
    private static readonly string[] Relations = ["SPOUSE", "PARENT", "CHILD", "GUARANTOR", "LEGALREP", "SHAREHOLDER"];

    public static void Read(XElement customer, Fields fields)
    {
        if (customer.Attribute("action") is { } action)
        {
            fields[Fields.Operation] = Operations.Common(action.Value, "action");
        }

        fields[Fields.Key] = customer.Text("CustId");
        fields[Fields.Kind] = Kinds.Common(customer.Text("CustType"), "CustType");
        fields[Fields.Name] = customer.Text("Name");
        fields[Fields.Gender] = Genders.Common(customer.Text("Gender"), "Gender");
        fields[Fields.Birth] = customer.Text("BirthDay");
        ReadCerts(customer, fields);
        ReadContacts(customer, fields);
        ReadAddresses(customer, fields);
        ReadRelations(customer, fields);
        fields[Fields.Village] = customer.Child("Household")?.Attribute("village")?.Value ?? "";
        fields[Fields.Head] = customer.Child("Household")?.Attribute("head")?.Value ?? "";
    }

    public static void Write(StringBuilder xml, Fields fields)
    {
        xml.Append("<Customer action=\"").Append(Operations.Own(fields.Text(Fields.Operation), "action")).Append("\">")
            .Element("CustId", fields.Text(Fields.Key)).Element("CustType", Kinds.Own(fields.Text(Fields.Kind), "CustType"))
            .Element("Name", fields.Text(Fields.Name)).Append("<Certs>");
        foreach (var cert in All(fields, Certs))
        {
            xml.Append("<Cert primary=\"").Append(cert == fields ? 'Y' : 'N').Append("\">")
                .Element("Type", IdTypes.Own(cert.Text(Fields.IdType), "Cert")).Element("No", cert.Text(Fields.IdNumber)).Append("</Cert>");
        }

        xml.Append("</Certs>").Element("Gender", Genders.Own(fields.Text(Fields.Gender), "Gender")).Element("BirthDay", fields.Text(Fields.Birth)).Append("<Contacts>");
        foreach (var (type, name) in Contacts)
        {
            foreach (var contact in All(fields, name).Where(contact => contact.Says(name)))
            {
                xml.Append("<Contact type=\"").Append(type).Append("\">").Text(contact.Text(name)).Append("</Contact>");
            }
        }

        xml.Append("</Contacts><Addresses>");
        foreach (var (type, prefix) in Addresses)
        {
            foreach (var address in All(fields, prefix + Fields.Address).Where(address => address.Says(prefix + Fields.Address)))
            {
                WriteAddress(xml, type, prefix, address);
            }
        }

        xml.Append("</Addresses>");
        WriteRelations(xml, fields);
        xml.Append("<Household village=\"").Text(fields.Text(Fields.Village)).Append("\" head=\"").Text(fields.Says(Fields.Head) ? fields.Text(Fields.Head) : "N").Append("\"/></Customer>");
    }

    private static void ReadCerts(XElement customer, Fields fields)
    {
        var certs = customer.Children("Certs", "Cert").ToList();
        var primary = certs.Find(cert => cert.Attribute("primary")?.Value == "Y") ?? certs.FirstOrDefault();
        fields[Fields.IdType] = IdTypes.Common(primary?.Text("Type") ?? "", "Cert");
        fields[Fields.IdNumber] = primary?.Text("No") ?? "";
        foreach (var cert in certs.Where(cert => cert != primary))
        {
            Further(fields, Certs, new() { [Fields.IdType] = IdTypes.Common(cert.Text("Type"), "Cert"), [Fields.IdNumber] = cert.Text("No") });
        }
    }

    private static void ReadContacts(XElement customer, Fields fields)
    {
        foreach (var name in new[] { Fields.Mobile, Fields.Phone, Fields.Email })
        {
            fields[name] = "";
        }

        foreach (var contact in customer.Children("Contacts", "Contact"))
        {
            if (Contacts.FirstOrDefault(pair => pair.Type == contact.Attribute("type")?.Value).Name is { } name)
            {
                Put(fields, name, new() { [name] = contact.Value });
            }
        }
    }

    private static void ReadAddresses(XElement customer, Fields fields)
    {
        fields[Fields.Address] = "";
        foreach (var address in customer.Children("Addresses", "Address"))
        {
            if (Addresses.FirstOrDefault(pair => pair.Type == address.Attribute("type")?.Value).Prefix is { } prefix)
            {
                var parts = new Fields();
                foreach (var (element, name) in AddressParts)
                {
                    if (address.Child(element) is { } part)
                    {
                        parts[prefix + name] = part.Value;
                    }
                }

                Put(fields, prefix + Fields.Address, parts);
            }
        }
    }

    private static void ReadRelations(XElement customer, Fields fields)
    {
        foreach (var relation in customer.Children("Relations", "Relation"))
        {
            var type = relation.Attribute("type")?.Value ?? "";
            if (!Relations.Contains(type))
            {
                continue;
            }

            var name = type.ToLowerInvariant();
            var parts = new Fields();
            if (relation.Child("CustId") is { Value.Length: > 0 } key)
            {
                parts[name] = key.Value;
            }
            else
            {
                parts[$"{name}.name"] = relation.Text("Name");
                parts[$"{name}.idtype"] = IdTypes.Common(relation.Text("CertType"), "CertType");
                parts[$"{name}.idno"] = relation.Text("CertNo");
            }

            if (fields.ContainsKey(name) || fields.ContainsKey($"{name}.name"))
            {
                Further(fields, name, parts);
            }
            else
            {
                Merge(fields, parts);
            }
        }
    }

    private static void WriteAddress(StringBuilder xml, string type, string prefix, Fields address)
    {
        xml.Append("<Address type=\"").Append(type).Append("\">");
        foreach (var (element, name) in AddressParts.Where(part => address.Says(prefix + part.Name)))
        {
            xml.Element(element, address.Text(prefix + name));
        }

        xml.Append("</Address>");
    }

    private static void WriteRelations(StringBuilder xml, Fields fields)
    {
        var relations = (
            from type in Relations
            let name = type.ToLowerInvariant()
            from relation in All(fields, name)
            where relation.Says(name) || relation.Says($"{name}.name")
            select (type, name, relation)).ToList();
        if (relations.Count == 0)
        {
            xml.Append("<Relations/>");
            return;
        }

        xml.Append("<Relations>");
        foreach (var (type, name, relation) in relations)
        {
            xml.Append("<Relation type=\"").Append(type).Append("\">");
            _ = relation.Says(name)
                ? xml.Element("CustId", relation.Text(name))
                : xml.Element("Name", relation.Text($"{name}.name")).Element("CertType", IdTypes.Own(relation.Text($"{name}.idtype"), "CertType")).Element("CertNo", relation.Text($"{name}.idno"));
            xml.Append("</Relation>");
        }

        xml.Append("</Relations>");
    }

    /// <summary>The first of a type, which is the flat names, and the further ones.</summary>
    private static IEnumerable<Fields> All(Fields fields, string group) => fields.Groups.TryGetValue(group, out var further) ? [fields, .. further] : [fields];

    private static void Put(Fields fields, string name, Fields parts)
    {
        if (fields.Says(name))
        {
            Further(fields, name, parts);
        }
        else
        {
            Merge(fields, parts);
        }
    }

    private static void Merge(Fields fields, Fields parts)
    {
        foreach (var (name, value) in parts)
        {
            fields[name] = value;
        }
    }

    private static void Further(Fields fields, string group, Fields parts)
    {
        if (!fields.Groups.TryGetValue(group, out var further))
        {
            fields.Groups[group] = further = [];
        }

        further.Add(parts);
    }
}
