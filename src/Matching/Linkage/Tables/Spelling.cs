using System.Globalization;
using Granary.Chinese;

namespace Granary.Matching.Linkage;

/// <summary>Brings a column into one spelling by what it holds, so that the same day, phone or address is one value; what stands for "nothing" is dropped.</summary>
internal static class Spelling
{
    private delegate string Canonical(string text);

    public static Column Of(Column column, ColumnKind kind)
    {
        Canonical? canonical = kind switch
        {
            ColumnKind.Date => text => Days.TryParse(text, out var day) ? $"{day}" : "",
            ColumnKind.Phone => Phone,
            ColumnKind.Phones => Lists.Phones,
            ColumnKind.Emails => Lists.Emails,
            ColumnKind.Code => text => string.Concat(text.Where(char.IsLetterOrDigit)),
            ColumnKind.Quantity => text => QuantityComparator.Read(text)?.ToString(CultureInfo.InvariantCulture) ?? "",
            ColumnKind.Year => text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? $"{year}" : "",
            ColumnKind.Coordinates => CoordinatesComparator.Spell,
            ColumnKind.ResidentId => text => ResidentIdNumber.Parse(text).Canonical.ToLowerInvariant(),
            ColumnKind.Number => text => string.Concat(text.Where(char.IsLetterOrDigit)),
            ColumnKind.ChineseAddress => AddressText.Canonical,
            ColumnKind.ChineseName => text => NameForm.Of(ChineseNameComparator.KindOf(text), text).Canonical,
            _ => null,
        };
        if (canonical is null)
        {
            return column;
        }

        var changed = 1;
        while (changed <= column.Values.Count && column.Values[changed].SequenceEqual(canonical(column.Values[changed].ToString())))
        {
            changed++;
        }

        return changed > column.Values.Count ? column : Respelled(column, canonical, changed);
    }

    /// <param name="changed">The first value whose spelling changes.</param>
    private static Column Respelled(Column column, Canonical canonical, int changed)
    {
        var values = new ValueStore();
        var renamed = new int[column.Values.Count + 1];
        for (var code = 1; code < renamed.Length; code++)
        {
            renamed[code] = values.Add(code < changed ? column.Values[code] : canonical(column.Values[code].ToString()), column.Values.CountOf(code));
        }

        values.Add("", column.Values.CountOf(0));
        values.Pack();
        return new(column.Name, Array.ConvertAll(column.Codes, code => renamed[code]), values);
    }

    private static string Phone(string text)
    {
        var phone = PhoneNumber.Parse(text);
        return phone.IsPlaceholder ? ""
            : phone.Kind == PhoneKind.Unknown && Lists.FirstPhone(text) is { Length: > 0 } first ? first // two in a cell
            : phone.Canonical;
    }
}
