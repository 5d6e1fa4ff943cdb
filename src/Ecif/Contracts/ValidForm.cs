using System.Text;
using Granary.Chinese;

namespace Granary.Ecif.Contracts;

/// <summary>Whether a normalised value has the form that its attribute asks for, as far as the value alone can tell.</summary>
public static class ValidForm
{
    public static bool Of(string attribute, string value) => attribute switch
    {
        PartyAttribute.Name => IsWhole(value),
        PartyAttribute.HomeAddress or PartyAttribute.WorkAddress or PartyAttribute.RegisteredAddress => IsWhole(PartyAttribute.Part(value, 0)),
        PartyAttribute.Document => OfDocument(PartyAttribute.Part(value, 0), PartyAttribute.Part(value, 1)),
        PartyAttribute.Mobile => PhoneNumber.Parse(value) is { Kind: PhoneKind.Mobile, IsPlaceholder: false },
        PartyAttribute.HomePhone or PartyAttribute.OfficePhone => PhoneNumber.Parse(value) is { Kind: not PhoneKind.Unknown, IsPlaceholder: false },
        PartyAttribute.Email => value.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < value.Length - 1,
        _ => true,
    };

    /// <summary>A resident ID card proves more than a number of another kind: only it has a check digit that anyone can check.</summary>
    public static bool OfDocument(string type, string number) => type switch
    {
        "01" or "02" or "04" => ResidentIdNumber.Parse(number).Valid,
        "20" => UnifiedSocialCreditCode.Parse(number).Valid,
        "22" => OrganisationCode.Parse(number).Valid,
        _ => false,
    };

    private static bool IsWhole(string text) => !text.EnumerateRunes().Any(Han.IsDamaged);
}
