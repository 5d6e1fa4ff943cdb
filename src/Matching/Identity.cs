using Granary.Chinese;

namespace Granary.Matching;

/// <summary>
/// Classes of documents. Types that carry the same number are one class: resident ID card (01), temporary card (02), household register (04).
/// Values are the common type codes and are stored: never renumber.
/// </summary>
public enum DocumentClass
{
    ResidentId = 1,
    Passport = 3,
    OfficerCard = 5,
    HongKongMacaoPermit = 6,
    TaiwanPermit = 7,
    ForeignerResidence = 8,
    SocialCredit = 20,
    BusinessLicence = 21,
    OrganisationCode = 22,
    Other = 99,
}

/// <summary>Class of document and number in canonical form: what at most one party may hold undisputed.</summary>
public readonly record struct Identity(DocumentClass Class, string Number)
{
    /// <summary>One text for unique keys: "1:230221197008143944".</summary>
    public string Key => $"{(int)Class}:{Number}";

    /// <summary>A stable hash of the identity, for locks.</summary>
    public long Hash => StableHash.Of("identity").And((int)Class).And(Number).Value;

    /// <summary>Says the class and never the number: this text reaches logs.</summary>
    public override string ToString() => $"identity of class {Class}";
}

/// <summary>A record's claim to an identity.</summary>
/// <param name="Defect">What is wrong with the number, or None.</param>
/// <param name="Trusted">The number proves itself: right form and, where the class has one, right check digit.</param>
/// <param name="Checked">A check digit was given and is right. Two different checked numbers of a class are two customers.</param>
public readonly record struct IdentityClaim(Identity Identity, NumberDefect Defect, bool Trusted, bool Checked)
{
    /// <summary>
    /// What a document says: one claim, or two for a unified social credit code, which holds an organisation code.
    /// None where there is no number. Never throws; an unknown type is of class Other and never trusted.
    /// </summary>
    /// <param name="type">Common code of the type: 01 to 08, 20 to 22.</param>
    public static IReadOnlyList<IdentityClaim> Of(string? type, string? number)
    {
        var folded = TextFolding.FoldAndClose(number).ToUpperInvariant();
        if (folded.Length == 0)
        {
            return [];
        }

        return ClassOf(type) switch
        {
            DocumentClass.ResidentId => [OfResident(ResidentIdNumber.Parse(folded))],
            DocumentClass.SocialCredit => OfSocialCredit(UnifiedSocialCreditCode.Parse(folded)),
            DocumentClass.OrganisationCode => [OfOrganisation(OrganisationCode.Parse(folded))],
            DocumentClass.BusinessLicence => OfLicence(BusinessLicenceNumber.Parse(folded)),
            var other => [OfForm(other, folded)],
        };
    }

    public static DocumentClass ClassOf(string? type) => type switch
    {
        "01" or "02" or "04" => DocumentClass.ResidentId,
        "03" => DocumentClass.Passport,
        "05" => DocumentClass.OfficerCard,
        "06" => DocumentClass.HongKongMacaoPermit,
        "07" => DocumentClass.TaiwanPermit,
        "08" => DocumentClass.ForeignerResidence,
        "20" => DocumentClass.SocialCredit,
        "21" => DocumentClass.BusinessLicence,
        "22" => DocumentClass.OrganisationCode,
        _ => DocumentClass.Other,
    };

    private static IdentityClaim OfResident(ResidentIdNumber number) =>
        new(new(DocumentClass.ResidentId, number.Canonical), number.Defect, number.Valid, number.Valid && !number.Raised);

    private static IdentityClaim[] OfSocialCredit(UnifiedSocialCreditCode code)
    {
        var claim = new IdentityClaim(new(DocumentClass.SocialCredit, code.Canonical), code.Defect, code.Valid, code.Valid);
        return code.Valid && OrganisationCode.Parse(code.OrganisationCode) is { Valid: true } inner ? [claim, OfOrganisation(inner)] : [claim];
    }

    private static IdentityClaim OfOrganisation(OrganisationCode code) =>
        new(new(DocumentClass.OrganisationCode, code.Canonical), code.Defect, code.Valid, code.Valid);

    private static IdentityClaim[] OfLicence(BusinessLicenceNumber number) =>
        // Since 2015 the licence's number is the unified social credit code itself.
        number.Canonical.Length == 18 && UnifiedSocialCreditCode.Parse(number.Canonical) is { Valid: true } code
            ? OfSocialCredit(code)
            : [new(new(DocumentClass.BusinessLicence, number.Canonical), number.Defect, number.Valid, false)];

    private static IdentityClaim OfForm(DocumentClass type, string number)
    {
        var closed = string.Concat(number.Where(char.IsLetterOrDigit));
        var defect = type switch
        {
            // Chinese passports: a letter, perhaps a second, and digits, nine in all; foreign ones have 6 to 9 characters (ICAO 9303).
            DocumentClass.Passport => closed.Length is >= 6 and <= 9 && closed.Count(char.IsAsciiDigit) >= 5 ? NumberDefect.None : NumberDefect.Length,
            DocumentClass.HongKongMacaoPermit => closed.Length is 9 or 11 && closed[0] is 'H' or 'M' or 'C' ? NumberDefect.None : NumberDefect.Length,
            DocumentClass.TaiwanPermit => closed.Length is 8 or 10 ? NumberDefect.None : NumberDefect.Length,
            DocumentClass.ForeignerResidence => closed.Length is 15 or 18 ? NumberDefect.None : NumberDefect.Length,
            _ => closed.Length >= 6 ? NumberDefect.None : NumberDefect.Length,
        };
        // An officer's card and an unknown type are numbered by many issuers: right form proves nothing there.
        var trusted = defect == NumberDefect.None && type is not (DocumentClass.OfficerCard or DocumentClass.Other);
        return new(new(type, closed), defect, trusted, false);
    }
}
