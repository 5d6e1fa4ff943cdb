using System.Globalization;

namespace Granary.Access.Contracts;

/// <summary>Personal data as it is shown where nobody asked to see it in clear: 姓*, 2301**********1234, 138****5678.</summary>
public static class Masked
{
    /// <summary>The first character and an asterisk for each of the others, at most three.</summary>
    public static string Name(string name)
    {
        var characters = new StringInfo(name);
        return characters.LengthInTextElements <= 1 ? name : characters.SubstringByTextElements(0, 1) + new string('*', Math.Min(3, characters.LengthInTextElements - 1));
    }

    /// <summary>The first four and the last four characters of a document number or card number; of a short one the last two.</summary>
    public static string Number(string number) => number.Length switch
    {
        0 => "",
        < 10 => new string('*', Math.Max(0, number.Length - 2)) + number[^Math.Min(2, number.Length)..],
        _ => number[..4] + new string('*', number.Length - 8) + number[^4..],
    };

    public static string Phone(string phone) => phone.Length < 7 ? new string('*', phone.Length) : phone[..3] + new string('*', phone.Length - 7) + phone[^4..];
}
