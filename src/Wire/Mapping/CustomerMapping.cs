using Granary.Wire.Values;

namespace Granary.Wire.Mapping;

/// <summary>One part of an attribute and its field.</summary>
/// <param name="Before">Fields whose texts go before it (a province before the rest of an address) where it does not have them already.</param>
internal sealed record MappedPart(string Name, string Field, IReadOnlyList<string> Before, Leaf Leaf);

/// <param name="Group">Where further values stand; null where the format carries one.</param>
internal sealed record MappedAttribute(string Name, IReadOnlyList<MappedPart> Parts, string? Group)
{
    public string[] PartNames { get; } = [.. Parts.Select(part => part.Name)];

    /// <summary>The format says "none" by null, which withdraws.</summary>
    public bool Nullable { get; } = Parts.All(part => part.Leaf.Nullable);
}

/// <summary>Neutral fields ↔ attributes, as the file's "customer" says.</summary>
internal sealed class CustomerMapping(IReadOnlyList<MappedAttribute> attributes)
{
    public IReadOnlyList<MappedAttribute> Attributes => attributes;

    public CustomerView Read(Fields fields)
    {
        var view = new CustomerView();
        foreach (var attribute in attributes)
        {
            var first = ReadValue(attribute, fields);
            if (attribute.Group is { } group && fields.HasGroups && fields.Groups.TryGetValue(group, out var further))
            {
                var values = new List<IReadOnlyDictionary<string, string>>(further.Count + 1);
                AddUnlessNull(values, first);
                foreach (var entry in further)
                {
                    AddUnlessNull(values, ReadValue(attribute, entry));
                }

                if (values.Count > 0)
                {
                    view[attribute.Name] = values;
                }
            }
            else if (first is not null)
            {
                view[attribute.Name] = [first];
            }
            else if (IsWithdrawn(attribute, fields))
            {
                view[attribute.Name] = [];
            }
        }

        return view;
    }

    public void Write(CustomerView view, Fields fields)
    {
        foreach (var attribute in attributes)
        {
            view.TryGetValue(attribute.Name, out var values);
            WriteValue(attribute, values is { Count: > 0 } ? values[0] : null, fields);
            if (attribute.Group is null || values is null)
            {
                continue;
            }

            for (var i = 1; i < values.Count; i++)
            {
                if (!fields.Groups.TryGetValue(attribute.Group, out var further))
                {
                    fields.Groups[attribute.Group] = further = [];
                }

                var entry = new Fields();
                WriteValue(attribute, values[i], entry);
                further.Add(entry);
            }
        }
    }

    private static void WriteValue(MappedAttribute attribute, IReadOnlyDictionary<string, string>? value, Fields fields)
    {
        foreach (var part in attribute.Parts)
        {
            var text = value is not null && value.TryGetValue(part.Name, out var found) ? found : "";
            if (text.Length > 0 || !part.Leaf.Optional)
            {
                fields[part.Field] = text.Length == 0 && part.Leaf.Nullable ? null : text;
            }
        }
    }

    private static PartValue? ReadValue(MappedAttribute attribute, Fields fields)
    {
        var texts = new string[attribute.Parts.Count];
        var any = false;
        for (var i = 0; i < texts.Length; i++)
        {
            var part = attribute.Parts[i];
            var text = fields.Text(part.Field);
            for (var j = part.Before.Count - 1; j >= 0; j--)
            {
                var before = fields.Text(part.Before[j]);
                text = before.Length == 0 || text.Contains(before, StringComparison.Ordinal) ? text : before + text;
            }

            texts[i] = text;
            any |= text.Length > 0;
        }

        return any ? new PartValue(attribute.PartNames, texts) : null;
    }

    private static bool IsWithdrawn(MappedAttribute attribute, Fields fields)
    {
        foreach (var part in attribute.Parts)
        {
            if (fields.TryGetValue(part.Field, out var text) && text is null)
            {
                return true;
            }
        }

        return false;
    }

    private static void AddUnlessNull(List<IReadOnlyDictionary<string, string>> values, PartValue? value)
    {
        if (value is not null)
        {
            values.Add(value);
        }
    }
}
