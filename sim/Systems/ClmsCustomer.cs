using System.Text;
using System.Xml.Linq;
using Granary.Sim.Formats;

namespace Granary.Sim.Systems;

/// <summary>
/// The Customer element. The flat names carry the primary document, the first mobile, home phone and e-mail, the home address and the first
/// spouse by CustId; everything beyond that is in the groups certs, contacts, addresses and relations.
/// </summary>
internal static class ClmsCustomer
{
    public static readonly CodeMap IdTypes = new(
        ("01", "ID"), ("02", "TEMPID"), ("03", "PASSPORT"), ("04", "HUKOU"), ("05", "OFFICER"), ("06", "HMPERMIT"), ("07", "TWPERMIT"), ("08", "FRP"),
        ("20", "USCC"), ("21", "LICENCE"), ("22", "ORGCODE"));

    private static readonly CodeMap Operations = new(("A", "ADD"), ("U", "MODIFY"), ("C", "CLOSE"));
    private static readonly CodeMap Kinds = new((Fields.Person, "I"), (Fields.Organisation, "E"));
    private static readonly CodeMap Genders = new(("M", "男"), ("F", "女"));
    private static readonly (string Type, string Name)[] FlatContacts = [("MOBILE", Fields.Mobile), ("HOME", Fields.Phone), ("EMAIL", Fields.Email)];

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
        WriteCert(xml, true, fields);
        foreach (var cert in Group(fields, "certs"))
        {
            WriteCert(xml, false, cert);
        }

        xml.Append("</Certs>").Element("Gender", Genders.Own(fields.Text(Fields.Gender), "Gender")).Element("BirthDay", fields.Text(Fields.Birth)).Append("<Contacts>");
        foreach (var (type, name) in FlatContacts.Where(contact => fields.Says(contact.Name)))
        {
            WriteContact(xml, type, fields.Text(name));
        }

        foreach (var contact in Group(fields, "contacts"))
        {
            WriteContact(xml, contact.Text("type"), contact.Text("value"));
        }

        xml.Append("</Contacts><Addresses>");
        if (fields.Says(Fields.Address))
        {
            WriteAddress(xml, "HOME", fields);
        }

        foreach (var address in Group(fields, "addresses"))
        {
            WriteAddress(xml, address.Text("type"), address);
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
            Add(fields, "certs", new() { [Fields.IdType] = IdTypes.Common(cert.Text("Type"), "Cert"), [Fields.IdNumber] = cert.Text("No") });
        }
    }

    private static void ReadContacts(XElement customer, Fields fields)
    {
        foreach (var (_, name) in FlatContacts)
        {
            fields[name] = "";
        }

        foreach (var contact in customer.Children("Contacts", "Contact"))
        {
            var type = contact.Attribute("type")?.Value ?? "";
            var flat = FlatContacts.FirstOrDefault(pair => pair.Type == type).Name;
            if (flat is not null && !fields.Says(flat))
            {
                fields[flat] = contact.Value;
            }
            else
            {
                Add(fields, "contacts", new() { ["type"] = type, ["value"] = contact.Value });
            }
        }
    }

    private static void ReadAddresses(XElement customer, Fields fields)
    {
        fields[Fields.Address] = "";
        foreach (var address in customer.Children("Addresses", "Address"))
        {
            var type = address.Attribute("type")?.Value ?? "";
            var flat = type == "HOME" && !fields.Says(Fields.Address);
            var target = flat ? fields : new() { ["type"] = type };
            target[Fields.Address] = address.Text("Detail");
            foreach (var (element, name) in AddressParts)
            {
                if (address.Child(element) is { } part)
                {
                    target[name] = part.Value;
                }
            }

            if (!flat)
            {
                Add(fields, "addresses", target);
            }
        }
    }

    private static void ReadRelations(XElement customer, Fields fields)
    {
        foreach (var relation in customer.Children("Relations", "Relation"))
        {
            var type = relation.Attribute("type")?.Value ?? "";
            var key = relation.Text("CustId");
            if (type == "SPOUSE" && key.Length > 0 && !fields.ContainsKey(Fields.Spouse))
            {
                fields[Fields.Spouse] = key;
                continue;
            }

            var item = new Fields { ["type"] = type };
            if (key.Length > 0)
            {
                item[Fields.Key] = key;
            }
            else
            {
                item[Fields.Name] = relation.Text("Name");
                item[Fields.IdType] = IdTypes.Common(relation.Text("CertType"), "CertType");
                item[Fields.IdNumber] = relation.Text("CertNo");
            }

            Add(fields, "relations", item);
        }
    }

    private static readonly (string Element, string Name)[] AddressParts = [("Province", "province"), ("City", "city"), ("County", Fields.County)];

    private static void WriteCert(StringBuilder xml, bool primary, Fields cert) => xml
        .Append("<Cert primary=\"").Append(primary ? 'Y' : 'N').Append("\">")
        .Element("Type", IdTypes.Own(cert.Text(Fields.IdType), "Cert")).Element("No", cert.Text(Fields.IdNumber)).Append("</Cert>");

    private static void WriteContact(StringBuilder xml, string type, string value) =>
        xml.Append("<Contact type=\"").Append(type).Append("\">").Text(value).Append("</Contact>");

    private static void WriteAddress(StringBuilder xml, string type, Fields address)
    {
        xml.Append("<Address type=\"").Append(type).Append("\">");
        foreach (var (element, name) in AddressParts.Where(part => address.Says(part.Name)))
        {
            xml.Element(element, address.Text(name));
        }

        xml.Element("Detail", address.Text(Fields.Address)).Append("</Address>");
    }

    private static void WriteRelations(StringBuilder xml, Fields fields)
    {
        var others = Group(fields, "relations");
        if (!fields.Says(Fields.Spouse) && others.Count == 0)
        {
            xml.Append("<Relations/>");
            return;
        }

        xml.Append("<Relations>");
        if (fields.Says(Fields.Spouse))
        {
            xml.Append("<Relation type=\"SPOUSE\">").Element("CustId", fields.Text(Fields.Spouse)).Append("</Relation>");
        }

        foreach (var relation in others)
        {
            xml.Append("<Relation type=\"").Append(relation.Text("type")).Append("\">");
            _ = relation.Says(Fields.Key)
                ? xml.Element("CustId", relation.Text(Fields.Key))
                : xml.Element("Name", relation.Text(Fields.Name)).Element("CertType", IdTypes.Own(relation.Text(Fields.IdType), "CertType")).Element("CertNo", relation.Text(Fields.IdNumber));
            xml.Append("</Relation>");
        }

        xml.Append("</Relations>");
    }

    private static List<Fields> Group(Fields fields, string name) => fields.Groups.TryGetValue(name, out var items) ? items : [];

    private static void Add(Fields fields, string group, Fields item)
    {
        if (!fields.Groups.TryGetValue(group, out var items))
        {
            fields.Groups[group] = items = [];
        }

        items.Add(item);
    }
}
