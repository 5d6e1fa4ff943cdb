using Granary.Chinese;

namespace Granary.Ocrm.Campaigns;

/// <summary>What the gaps of a text are filled with for one target.</summary>
/// <param name="Document">A resident's number says whether somebody is addressed as 先生 or 女士; may be empty.</param>
internal sealed record TextGaps(string Name, string Kind, string Document, string Manager, string Outlet, string Product, string Link);

/// <summary>Fills the gaps of texts. Pure.</summary>
internal static class FillText
{
    private const int ResidentDigits = 18;

    public static IReadOnlyList<string> Known { get; } = ["name", "salutation", "manager", "outlet", "product", "link"];

    public static string Fill(string text, TextGaps gaps, string language)
    {
        var filled = new System.Text.StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            // One pass: what a gap is filled with is never read for gaps again.
            var end = text[at] == '{' ? text.IndexOf('}', at) : -1;
            if (end > 0 && Value(text[(at + 1)..end], gaps, language) is { } value)
            {
                filled.Append(value);
                at = end + 1;
            }
            else
            {
                filled.Append(text[at++]);
            }
        }

        return filled.ToString();
    }

    private static string? Value(string gap, TextGaps gaps, string language) => gap switch
    {
        "name" => gaps.Name,
        "salutation" => Salutation(gaps, language),
        "manager" => gaps.Manager,
        "outlet" => gaps.Outlet,
        "product" => gaps.Product,
        "link" => gaps.Link,
        _ => null,
    };

    /// <summary>王女士; where the document does not say, and for organisations, the whole name.</summary>
    private static string Salutation(TextGaps gaps, string language)
    {
        if (gaps.Kind != "person" || gaps.Document.Length != ResidentDigits || !char.IsAsciiDigit(gaps.Document[^2]) || PersonName.SurnameLength(gaps.Name) is not (> 0 and var length))
        {
            return gaps.Name;
        }

        var woman = (gaps.Document[^2] - '0') % 2 == 0;
        var surname = gaps.Name[..length];
        return language == CampaignPlan.English ? $"{(woman ? "Ms" : "Mr")} {surname}" : surname + (woman ? "女士" : "先生");
    }
}
