namespace Granary.Matching;

/// <summary>Typing errors in numbers.</summary>
internal static class Edits
{
    /// <summary>At most one character replaced, left out, added, or swapped with its neighbour (Damerau).</summary>
    public static bool AtMostOne(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.Length > b.Length)
        {
            var longer = a;
            a = b;
            b = longer;
        }

        if (b.Length - a.Length > 1)
        {
            return false;
        }

        var start = a.CommonPrefixLength(b);
        var left = a[start..];
        var right = b[start..];
        if (a.Length < b.Length)
        {
            return left.SequenceEqual(right[1..]);
        }

        return left.Length == 0
            || left[1..].SequenceEqual(right[1..])
            || (left.Length >= 2 && left[0] == right[1] && left[1] == right[0] && left[2..].SequenceEqual(right[2..]));
    }
}
