using System.Buffers;
using Granary.Chinese;

namespace Granary.Matching.Linkage;

/// <summary>Cells that hold several phones, or several addresses of mail.</summary>
internal static class Lists
{
    /// <summary>Between what is listed, in the spelling that is compared.</summary>
    public const char Separator = ';';

    /// <summary>Digits of the shortest phone, of whatever country: less is an extension, or half of one.</summary>
    private const int ShortestPhone = 7;

    private static readonly SearchValues<char> Separators = SearchValues.Create("/,;|、或");

    /// <summary>The phones in a cell, each as it is dialled and once, in order; those that are none are left out.</summary>
    public static string Phones(string text) => Spelled(PhonesIn(text));

    /// <summary>The first phone in a cell; "" where there is none.</summary>
    public static string FirstPhone(string text) => PhonesIn(text).FirstOrDefault("");

    /// <summary>The addresses of mail in a cell, which blanks part, too.</summary>
    public static string Emails(string text) => Spelled(Parts(text.Replace(' ', Separator)).Where(part => part.Contains('@', StringComparison.Ordinal)));

    private static IEnumerable<string> PhonesIn(string text) =>
        Parts(text).Select(PhoneNumber.Parse).Where(phone => phone is { Canonical.Length: >= ShortestPhone, IsPlaceholder: false }).Select(phone => phone.Canonical);

    private static string Spelled(IEnumerable<string> items) => string.Join(Separator, items.Distinct().Order(StringComparer.Ordinal));

    private static List<string> Parts(string text)
    {
        var parts = new List<string>();
        foreach (var range in text.AsSpan().SplitAny(Separators))
        {
            parts.Add(text[range].Trim());
        }

        return parts;
    }
}
