using Granary.Wire.Codecs;
using Granary.Wire.Mapping;
using YamlDotNet.RepresentationModel;

namespace Granary.Wire.Definitions;

/// <summary>customer: attribute → field, or part → field; "province + city + address" puts texts together on reading and writes the last.</summary>
internal sealed class MappingReader(Section file, Format change, Problems problems)
{
    public CustomerMapping? Read()
    {
        if (file.Child("customer") is not { } customer)
        {
            problems.Add(1, "the file has no customer");
            return null;
        }

        var attributes = new List<MappedAttribute>();
        foreach (var (name, node) in customer.Entries)
        {
            customer.Find(name);
            var parts = node is YamlMappingNode
                ? customer.Pairs(name).Select(part => ReadPart(part.Key, part.Text, part.Line)).ToList()
                : [ReadPart("", customer.Required(name), Section.LineOf(node))];
            var known = parts.OfType<MappedPart>().ToList();
            if (known.Count > 0)
            {
                attributes.Add(new MappedAttribute(name, known, change.GroupOf(known[0].Field)));
            }
        }

        return new CustomerMapping(attributes);
    }

    private MappedPart? ReadPart(string part, string text, int line)
    {
        var fields = text.Split('+', StringSplitOptions.TrimEntries);
        foreach (var field in fields)
        {
            if (change.LeafOf(field) is null)
            {
                problems.Add(line, $"the change message has no place for the field {field}");
                return null;
            }
        }

        return new MappedPart(part, fields[^1], fields[..^1], change.LeafOf(fields[^1])!);
    }
}
