using Granary.Ecif.Contracts;
using Granary.Wire;

namespace Granary.Gateway.Mapping;

/// <summary>
/// The one place where the two shapes of a customer meet: <see cref="CustomerView"/> (attribute → values → parts, as interface
/// files map them) and the customer master's text (<see cref="PartyAttribute"/>: parts joined by U+001F, values by U+001E).
/// Empty trailing parts are not written, so that a value has one text whether or not its interface has a place for them.
/// </summary>
public static class CustomerText
{
    private static readonly char[] Separators = [PartyAttribute.PartSeparator, PartyAttribute.ValueSeparator];

    /// <returns>False where a value carries one of the separators themselves; <paramref name="fault"/> names the attribute.</returns>
    public static bool TryRead(CustomerView view, out Dictionary<string, string> attributes, out string fault)
    {
        attributes = new Dictionary<string, string>(view.Count, StringComparer.Ordinal);
        fault = "";
        foreach (var (attribute, values) in view)
        {
            foreach (var part in values.SelectMany(value => value.Values))
            {
                if (part.AsSpan().IndexOfAny(Separators) >= 0)
                {
                    fault = attribute;
                    return false;
                }
            }

            var names = PartyAttribute.PartsOf(attribute);
            attributes[attribute] = string.Join(PartyAttribute.ValueSeparator, values.Select(value => Join(names, value)).Where(text => text.Length > 0));
        }

        return true;
    }

    public static CustomerView Write(IReadOnlyDictionary<string, string> attributes)
    {
        var view = new CustomerView();
        foreach (var (attribute, text) in attributes)
        {
            var names = PartyAttribute.PartsOf(attribute);
            view[attribute] = [.. PartyAttribute.Values(text).Select(value => Split(names, value))];
        }

        return view;
    }

    private static string Join(IReadOnlyList<string> names, IReadOnlyDictionary<string, string> parts) =>
        string.Join(PartyAttribute.PartSeparator, names.Select(name => parts.GetValueOrDefault(name, ""))).TrimEnd(PartyAttribute.PartSeparator);

    private static Dictionary<string, string> Split(IReadOnlyList<string> names, string value)
    {
        var texts = PartyAttribute.Parts(value);
        var parts = new Dictionary<string, string>(names.Count, StringComparer.Ordinal);
        for (var index = 0; index < names.Count && index < texts.Length; index++)
        {
            if (texts[index].Length > 0)
            {
                parts[names[index]] = texts[index];
            }
        }

        return parts;
    }
}
