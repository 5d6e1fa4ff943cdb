using System.Buffers;

namespace Granary.Chinese;

/// <summary>
/// Addresses as one line of text. The canonical form forgives what systems rewrite (width, spaces, traditional forms, a province left out,
/// 屯 for 组, 幢 for 栋, a last 号 left out) and nothing that makes it another place (a house number, 附近).
/// </summary>
public static class AddressText
{
    /// <summary>The canonical form; "" for nothing. For comparing, never for showing.</summary>
    public static string Canonical(string? address)
    {
        var text = Comparable.Of(address, keepDashes: true);
        text = text[Provinces.PrefixLength(text)..];
        text = InOneWord(text);
        return text.Length > 1 && text[^1] == '号' && char.IsAsciiDigit(text[^2]) ? text[..^1] : text;
    }

    /// <summary>
    /// A canonical form in which more is forgiven, for asking whether two addresses may be one: 七组 for 7组, 双发村委会 for 双发村, a municipality said twice.
    /// </summary>
    public static string Forgiving(string canonical)
    {
        var text = canonical[Provinces.MunicipalityLength(canonical)..];
        if (text.Contains("村委会", StringComparison.Ordinal) || text.Contains("村民委员会", StringComparison.Ordinal))
        {
            text = text.Replace("村民委员会", "村委会", StringComparison.Ordinal).Replace("村村委会", "村委会", StringComparison.Ordinal).Replace("村委会", "村", StringComparison.Ordinal);
        }

        return InOneWord(AddressNumbers.InDigits(text));
    }

    private static string InOneWord(string text) => !text.AsSpan().ContainsAny(Synonyms) ? text : string.Create(text.Length, text, static (span, from) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = i > 0 && char.IsAsciiDigit(from[i - 1]) ? InOneWord(from[i]) : from[i];
        }
    });

    // After a number only: 3屯 is 3组, but 靠山屯 is a village's name.
    private static readonly SearchValues<char> Synonyms = SearchValues.Create("屯队社幢座");

    private static char InOneWord(char word) => word switch
    {
        '屯' or '队' or '社' => '组',
        '幢' or '座' => '栋',
        _ => word,
    };

    /// <summary>The same place written otherwise. A 号 that one side leaves out inside is forgiven too: 新华街230号19栋, 新华街23019栋.</summary>
    public static bool Same(string? a, string? b)
    {
        var left = Canonical(a);
        var right = Canonical(b);
        return SameCanonical(left, right);
    }

    /// <summary><see cref="Same"/> for two canonical forms.</summary>
    /// <remarks>Where both sides have a 号 in other places (15号17栋, 151号7栋) they are two houses.</remarks>
    public static bool SameCanonical(string a, string b)
    {
        if (a == b)
        {
            return true;
        }

        int i = 0, j = 0;
        bool leftOut = false, rightOut = false;
        while (i < a.Length || j < b.Length)
        {
            if (i < a.Length && j < b.Length && a[i] == b[j])
            {
                i++;
                j++;
            }
            else if (i < a.Length && a[i] == '号')
            {
                rightOut = true;
                i++;
            }
            else if (j < b.Length && b[j] == '号')
            {
                leftOut = true;
                j++;
            }
            else
            {
                return false;
            }
        }

        return !(leftOut && rightOut);
    }

    /// <summary>The part before the first digit of a canonical address: the village or street.</summary>
    public static string PlaceOf(string canonical)
    {
        var digit = canonical.AsSpan().IndexOfAnyInRange('0', '9');
        return digit < 0 ? canonical : canonical[..digit];
    }
}
