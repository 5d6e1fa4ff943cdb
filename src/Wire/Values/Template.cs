using System.Globalization;
using System.Text.RegularExpressions;

namespace Granary.Wire.Values;

/// <summary>
/// A value that the hub makes: text with {id}, {ordinal:7} (last digits, padded), {year:1} (last digits of the year) and {created:MMdd} (a .NET time
/// format, Beijing time) in it.
/// </summary>
internal static partial class Template
{
    public static string Fill(string template, string id, long ordinal, DateTimeOffset created)
    {
        if (!template.Contains('{', StringComparison.Ordinal))
        {
            return template;
        }

        var time = created.ToOffset(BankTime.Offset);
        return Hole().Replace(template, match => match.Groups["name"].Value switch
        {
            "id" => id,
            "ordinal" when !match.Groups["form"].Success => ordinal.ToString(CultureInfo.InvariantCulture),
            "ordinal" => Last(ordinal, match.Groups["form"].Value),
            "year" => Last(time.Year, match.Groups["form"].Value),
            _ => time.ToString(match.Groups["form"].Value, CultureInfo.InvariantCulture),
        });
    }

    /// <summary>Null, or what is wrong with the template.</summary>
    public static string? Check(string template)
    {
        foreach (Match match in AnyHole().Matches(template))
        {
            if (!Hole().IsMatch(match.Value))
            {
                return $"{match.Value} is not known: {{id}}, {{ordinal}}, {{ordinal:7}}, {{year:1}}, {{created:MMdd}}";
            }
        }

        return null;
    }

    private static string Last(long number, string digits)
    {
        var width = int.Parse(digits, CultureInfo.InvariantCulture);
        var text = number.ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');
        return text[^width..];
    }

    [GeneratedRegex(@"\{(?:(?<name>id|ordinal)|(?<name>ordinal|year):(?<form>[1-9])|(?<name>created):(?<form>[yMdHmsf]{2,20}))\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex AnyHole();
}
