using Granary.Sim.Formats;

namespace Granary.Sim.Running;

/// <summary>
/// What a system with habits of its own makes of values that it is told. The meaning stays; the text does not. Doing it twice changes nothing
/// more, as with a real system whose screen upper-cases a field.
/// </summary>
internal static class Rewriting
{
    /// <summary>The address field of CBS, the narrowest: a rewritten text must still fit.</summary>
    private const int AddressBytes = 120;

    public static Fields Rewrite(Fields told)
    {
        var fields = new Fields(told);
        Change(fields, Fields.Name, name => fields.IsPerson && !name.Contains("公司", StringComparison.Ordinal)
            ? name.Length == 2 ? $"{name[0]}　{name[1]}" : name
            : name.Replace("有限责任公司", "有限公司", StringComparison.Ordinal));
        Change(fields, Fields.Address, address =>
        {
            var shorter = address.Replace("黑龙江省", "", StringComparison.Ordinal);
            var wide = FullWidthDigits(shorter);
            return Gb.Length(wide) <= AddressBytes ? wide : shorter;
        });
        Change(fields, Fields.Email, email => email.ToUpperInvariant());
        Change(fields, Fields.Employer, employer => employer.Replace("有限责任公司", "有限公司", StringComparison.Ordinal));
        Change(fields, Fields.Mobile, mobile => mobile.Length == 11 && mobile.All(char.IsAsciiDigit) ? $"+86 {mobile[..3]}-{mobile[3..7]}-{mobile[7..]}" : mobile);
        Change(fields, Fields.IdNumber, number => number.ToLowerInvariant());
        return fields;
    }

    private static void Change(Fields fields, string name, Func<string, string> rewrite)
    {
        if (fields.Says(name))
        {
            fields[name] = rewrite(fields.Text(name));
        }
    }

    private static string FullWidthDigits(string text) =>
        string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(c - '0' + '０') : c));
}
