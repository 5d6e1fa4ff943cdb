using System.Buffers;
using System.Globalization;
using System.Text;

namespace Granary.Chinese;

/// <summary>The numbers of groups, houses and flats in canonical addresses.</summary>
public static class AddressNumbers
{
    private const string Digits = "零一二三四五六七八九";

    private static readonly SearchValues<char> AsciiDigits = SearchValues.Create("0123456789");

    private static readonly SearchValues<char> Numerals = SearchValues.Create(Digits + "〇十百");

    /// <summary>Numerals before something that is counted in digits, without 第: 七组 and 第7组 are 7组, 九十二号 is 92号. 三社村 is a village's name.</summary>
    internal static string InDigits(string text)
    {
        if (!text.Contains('第') && !text.AsSpan().ContainsAny(Numerals))
        {
            return text;
        }

        var written = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var start = text[at] == '第' ? at + 1 : at;
            var end = start;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || Numerals.Contains(text[end])))
            {
                end++;
            }

            if (end > start && IsCounted(text.AsSpan(end)) && ValueOf(text.AsSpan(start, end - start)) is { } value)
            {
                written.Append(value);
            }
            else
            {
                end = Math.Max(end, at + 1);
                written.Append(text, at, end - at);
            }

            at = end;
        }

        return written.ToString();
    }

    /// <summary>Whether two ends of addresses, from the first number on, name one door: the same numbers in order, the words between them the same or dashes on one side. 栋 and 单元 are not the same.</summary>
    public static bool SameDoor(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        while (a.Length > 0 && b.Length > 0)
        {
            var (i, j) = (Run(a, digits: true), Run(b, digits: true));
            if (!a[..i].SequenceEqual(b[..j]))
            {
                return false;
            }

            a = a[i..];
            b = b[j..];
            (i, j) = (Run(a, digits: false), Run(b, digits: false));
            if (!Alike(a[..i], b[..j], i == a.Length && j == b.Length))
            {
                return false;
            }

            a = a[i..];
            b = b[j..];
        }

        return a.IsEmpty && b.IsEmpty;
    }

    private static bool Alike(ReadOnlySpan<char> a, ReadOnlySpan<char> b, bool last) =>
        a.SequenceEqual(b)
        || (last && a is "" or "室" or "号" && b is "" or "室" or "号")
        || (a is "-" && IsBuilding(b)) || (b is "-" && IsBuilding(a))
        || (a is "栋" or "号楼" && b is "栋" or "号楼")
        || (a is "单元" or "门" && b is "单元" or "门");

    /// <summary>Words that one system writes and another writes as a dash: 12栋3单元501室, 12-3-501.</summary>
    private static bool IsBuilding(ReadOnlySpan<char> word) => word is "栋" or "号楼" or "楼" or "单元" or "门" or "号";

    private static int Run(ReadOnlySpan<char> text, bool digits)
    {
        var end = digits ? text.IndexOfAnyExcept(AsciiDigits) : text.IndexOfAny(AsciiDigits);
        return end < 0 ? text.Length : end;
    }

    private static bool IsCounted(ReadOnlySpan<char> rest)
    {
        var word = rest.StartsWith("单元") ? 2 : rest.Length > 0 && rest[0] is '组' or '屯' or '队' or '社' or '号' or '栋' or '幢' or '座' or '室' ? 1 : 0;
        return word > 0 && (rest.Length == word || rest[word] is not ('村' or '屯' or '乡' or '镇' or '路' or '街' or '区' or '线'));
    }

    /// <summary>92 for 九十二, 120 for 一百二十, 501 for 五零一, digits as they are; null for what is no number (一二, 三十百).</summary>
    private static string? ValueOf(ReadOnlySpan<char> numeral)
    {
        if (!numeral.ContainsAny(Numerals))
        {
            return numeral.ToString();
        }

        if (!numeral.ContainsAny('十', '百'))
        {
            // Side by side they are two numbers (一二组) unless a nought says that they are read one by one.
            return numeral.ContainsAnyInRange('0', '9') || (numeral.Length > 1 && !numeral.ContainsAny('零', '〇')) ? null
                : string.Concat(numeral.ToArray().Select(digit => Math.Max(0, Digits.IndexOf(digit, StringComparison.Ordinal))));
        }

        var (value, pending, unit) = (0, 0, 1000);
        foreach (var sign in numeral)
        {
            var times = sign == '百' ? 100 : sign == '十' ? 10 : 0;
            var digit = Digits.IndexOf(sign, StringComparison.Ordinal);
            if (times == 0 && (pending != 0 || digit < 0))
            {
                return null;
            }

            if (times == 0)
            {
                pending = digit;
            }
            else if (times >= unit || (pending == 0 && (times == 100 || value != 0)))
            {
                return null;
            }
            else
            {
                (value, pending, unit) = (value + (Math.Max(1, pending) * times), 0, times);
            }
        }

        // 一百二 is 120 in speech and 102 in haste.
        return pending != 0 && unit == 100 && !numeral.Contains('零') ? null : (value + pending).ToString(CultureInfo.InvariantCulture);
    }
}
