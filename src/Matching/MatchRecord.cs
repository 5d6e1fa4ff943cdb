using Granary.Chinese;

namespace Granary.Matching;

public enum RecordKind
{
    Person,
    Organisation,
}

/// <summary>What a source record says, as it says it: raw values, in any spelling. <see cref="MatchRecord.From"/> normalises.</summary>
public sealed record RecordFacts
{
    /// <summary>Names the record, e.g. "SYSTEM/KEY". Used to tell records apart and to break ties; it is no evidence.</summary>
    public required string Id { get; init; }

    public required RecordKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>
    /// Names that the record had earlier. A customer who changes the name at one system first is still the same customer,
    /// whichever message the hub hears first.
    /// </summary>
    public IReadOnlyList<string> FormerNames { get; init; } = [];

    /// <summary>Type (common code) and number of each document, as they are now: a corrected number was never one's own.</summary>
    public IReadOnlyList<(string Type, string Number)> Documents { get; init; } = [];

    public DateOnly? Birth { get; init; }

    public Gender Gender { get; init; }

    /// <summary>
    /// Mobiles and landlines. Phones, emails, addresses and cards may hold what the record said earlier too: an old phone is evidence still,
    /// and with it the outcome does not depend on what was heard when. The present ones come first.
    /// </summary>
    public IReadOnlyList<string> Phones { get; init; } = [];

    public IReadOnlyList<string> Emails { get; init; } = [];

    public IReadOnlyList<string> Addresses { get; init; } = [];

    /// <summary>Region code (GB/T 2260), or "".</summary>
    public string Region { get; init; } = "";

    public IReadOnlyList<string> Cards { get; init; } = [];

    /// <summary>Records that this one says are other people (its spouse, its guarantor): never linked to it.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];
}

/// <summary>A source record in the form that is compared. Immutable; everything that can be computed once is.</summary>
public sealed class MatchRecord
{
    private MatchRecord(RecordFacts facts)
    {
        Id = facts.Id;
        Kind = facts.Kind;
        Name = NameForm.Of(facts.Kind, facts.Name);
        FormerNames = Other(facts, Name);
        Claims = ClaimsOf(facts.Documents);
        Birth = facts.Birth is { Year: > 1900 } birth ? birth : null;
        Gender = facts.Gender;
        Phones = Distinct(facts.Phones, static text => PhoneNumber.Parse(text) is { Kind: not PhoneKind.Unknown, IsPlaceholder: false } phone ? phone.Canonical : "");
        Emails = Distinct(facts.Emails, static text => text.Contains('@', StringComparison.Ordinal) ? TextFolding.FoldAndClose(text).ToLowerInvariant() : "");
        Addresses = [.. Distinct(facts.Addresses, AddressText.Canonical).Select(a => new AddressForm(a))];
        Region = facts.Region;
        Cards = Distinct(facts.Cards, static text => DigitsOf(TextFolding.FoldAndClose(text)));
        Others = [.. facts.Others];
    }

    public string Id { get; }

    /// <summary>The system that the id begins with; all of it where it names none.</summary>
    internal ReadOnlySpan<char> System => Id.AsSpan() is var id && id.IndexOf('/') is >= 0 and var slash ? id[..slash] : id;

    public RecordKind Kind { get; }

    public NameForm Name { get; }

    public IReadOnlyList<NameForm> FormerNames { get; }

    /// <summary>Every identity that the record claims, trusted or not.</summary>
    public IReadOnlyList<IdentityClaim> Claims { get; }

    /// <summary>Null also where the date is older than any customer: 1900-01-01 is what forms hold before they are filled.</summary>
    public DateOnly? Birth { get; }

    public Gender Gender { get; }

    /// <summary>Canonical; without placeholders.</summary>
    public IReadOnlyList<string> Phones { get; }

    public IReadOnlyList<string> Emails { get; }

    public IReadOnlyList<AddressForm> Addresses { get; }

    public string Region { get; }

    public IReadOnlyList<string> Cards { get; }

    public IReadOnlyList<string> Others { get; }

    /// <summary>Its blocking keys, once they were asked for.</summary>
    internal IReadOnlyList<long>? Keys { get; set; }

    /// <summary>The claims that at most one party may hold undisputed.</summary>
    public IEnumerable<Identity> TrustedIdentities => Claims.Where(c => c.Trusted).Select(c => c.Identity);

    /// <summary>Normalises. Never throws for what a record says.</summary>
    public static MatchRecord From(RecordFacts facts) => new(facts);

    private static string[] Distinct(IReadOnlyList<string> values, Func<string, string> canonical)
    {
        if (values.Count == 0)
        {
            return [];
        }

        var forms = new List<string>(values.Count);
        foreach (var value in values)
        {
            var form = canonical(value);
            if (form.Length > 0 && !forms.Contains(form))
            {
                forms.Add(form);
            }
        }

        return [.. forms];
    }

    private static NameForm[] Other(RecordFacts facts, NameForm present) => facts.FormerNames.Count == 0 ? [] :
        [.. facts.FormerNames.Select(n => NameForm.Of(facts.Kind, n)).DistinctBy(n => n.Canonical).Where(n => n.Canonical != present.Canonical && !n.IsEmpty)];

    private static IdentityClaim[] ClaimsOf(IReadOnlyList<(string Type, string Number)> documents) =>
        [.. documents.SelectMany(d => IdentityClaim.Of(d.Type, d.Number)).Where(c => c.Trusted || !IsMadeUp(c.Identity.Number)).Distinct()];

    /// <summary>A card number, ISO 7812: 12 to 19 digits; "" for anything else.</summary>
    private static string DigitsOf(string text) => text.Length is >= 12 and <= 19 && !text.AsSpan().ContainsAnyExceptInRange('0', '9') ? text : "";

    /// <summary>One character over and over, or 123456…: typed where a number was required.</summary>
    private static bool IsMadeUp(string number) =>
        number.AsSpan().IndexOfAnyExcept(number[0]) < 0 || "012345678901234567890".Contains(number, StringComparison.Ordinal);

    /// <summary>The record's name for logs; nothing that it says.</summary>
    public override string ToString() => Id;
}

/// <summary>An address in canonical form, in the form in which more is forgiven, and the part before its first number.</summary>
public sealed class AddressForm
{
    internal AddressForm(string canonical)
    {
        Canonical = canonical;
        Forgiving = AddressText.Forgiving(canonical);
        Place = AddressText.PlaceOf(Forgiving);
        Parts = AddressParts.Of(Forgiving);
    }

    public string Canonical { get; }

    public string Place { get; }

    internal string Forgiving { get; }

    /// <summary>Of <see cref="Forgiving"/>.</summary>
    internal AddressParts Parts { get; }

    /// <summary>Whether it names more than the village or street.</summary>
    public bool HasNumber => Place.Length < Forgiving.Length;
}
