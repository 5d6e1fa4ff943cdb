using Granary.Chinese;

namespace Granary.Matching.Linkage;

/// <summary>The keys that a column offers.</summary>
internal static class ColumnKeys
{
    public static IEnumerable<BlockingKey> Of(Column column, ColumnKind kind)
    {
        if (kind is ColumnKind.Ignored or ColumnKind.Category)
        {
            yield break; // a few values make a few huge blocks
        }

        yield return new(column.Name, column, [.. Enumerable.Range(0, column.Values.Count + 1)], column.Values.Count + 1);
        switch (kind)
        {
            case ColumnKind.Name:
                yield return Part(column, "start", text => text.Length > 3 ? text[..3] : text);
                yield return Part(column, "consonants", Consonants);
                break;
            case ColumnKind.Date:
                yield return Part(column, "year and month", text => Days.TryParse(text, out var day) ? $"{day / 100}" : "");
                yield return Part(column, "month and day", text => Days.TryParse(text, out var day) ? $"{day % 10000}" : "");
                yield return Part(column, "year and day", text => Days.TryParse(text, out var day) ? $"{day / 10000}{day % 100}" : "");
                break;
            case ColumnKind.Number or ColumnKind.Phone or ColumnKind.Code:
                yield return Part(column, "first half", text => text.Length > 4 ? text[..(text.Length / 2)] : "");
                yield return Part(column, "last half", text => text.Length > 4 ? text[(text.Length / 2)..] : "");
                break;
            case ColumnKind.ResidentId:
                yield return Part(column, "region and birth", text => text.Length == 18 ? text[..14] : "");
                yield return Part(column, "birth and end", text => text.Length == 18 ? text[6..17] : text.Length > 4 ? text[(text.Length / 2)..] : "");
                break;
            case ColumnKind.ChineseName:
                yield return Part(column, "sound of its first character", text => Pinyin.Blurred(PersonName.Syllables(text.ToString()).FirstOrDefault("")));
                yield return Part(column, "sound", text => string.Concat(PersonName.Syllables(text.ToString()).Select(Pinyin.Blurred)));
                yield return Part(column, "end", text => text.Length > 2 ? text[^2..] : "");
                break;
            case ColumnKind.ChineseAddress:
                yield return Part(column, "place", text => AddressText.PlaceOf(AddressText.Forgiving(text.ToString())));
                break;
            case ColumnKind.Email:
                yield return Part(column, "before the @", text => text.IndexOf('@') is > 0 and var at ? text[..at] : "");
                yield return Part(column, "start", text => text.Length > 4 ? text[..4] : "");
                break;
            case ColumnKind.Text:
                yield return Part(column, "start", text => text.Length > 5 ? text[..5] : "");
                yield return Words(column, 0);
                yield return Words(column, 1);
                break;
            case ColumnKind.Phones or ColumnKind.Emails:
                yield return Words(column, 0, ";");
                yield return Words(column, 1, ";");
                break;
            case ColumnKind.Coordinates:
                yield return Part(column, "square kilometre", text => CoordinatesComparator.Square(text));
                break;
        }
    }

    private delegate ReadOnlySpan<char> Reader(ReadOnlySpan<char> text);

    private static BlockingKey Part(Column column, string name, Reader read)
    {
        var values = new ValueStore();
        var keys = new int[column.Values.Count + 1];
        for (var code = 1; code < keys.Length; code++)
        {
            keys[code] = values.Add(read(column.Values[code]));
        }

        return new($"{column.Name}: {name}", column, keys, values.Count + 1);
    }

    /// <summary>The rarest, second rarest … word of at least two letters or digits that another value has too.</summary>
    private static BlockingKey Words(Column column, int rank, string between = " ,.;:/-'\"()&#")
    {
        var words = new ValueStore();
        var found = new List<int>[column.Values.Count + 1];
        for (var code = 1; code < found.Length; code++)
        {
            var text = column.Values[code];
            found[code] = [];
            foreach (var range in text.SplitAny(between))
            {
                if (text[range] is { Length: > 1 } word)
                {
                    var number = words.Add(word);
                    if (!found[code].Contains(number))
                    {
                        found[code].Add(number);
                    }
                }
            }
        }

        var keys = new int[found.Length];
        for (var code = 1; code < keys.Length; code++)
        {
            keys[code] = found[code].Where(word => words.CountOf(word) > 1).OrderBy(word => words.CountOf(word)).ThenBy(word => word).ElementAtOrDefault(rank);
        }

        return new($"{column.Name}: {(rank == 0 ? "rarest word" : "second rarest word")}", column, keys, words.Count + 1);
    }

    /// <summary>The first letter and the consonants after it, doubled ones once, at most four: what hearing and hasty typing leave.</summary>
    private static ReadOnlySpan<char> Consonants(ReadOnlySpan<char> text)
    {
        var kept = new char[4];
        var length = 0;
        foreach (var unit in text)
        {
            if (length < kept.Length && char.IsLetter(unit) && (length == 0 || (unit is not ('a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'h' or 'w') && unit != kept[length - 1])))
            {
                kept[length++] = unit;
            }
        }

        return kept.AsSpan(0, length);
    }
}
