using Granary.Chinese;

namespace Granary.Matching;

/// <summary>Scores pairs of records under a model. Pure, symmetric, thread-safe.</summary>
public sealed class Matcher(MatchModel model)
{
    public MatchModel Model => model;

    /// <summary>
    /// Whether two names may be one customer's when a trusted document says so: sound-alike and look-alike characters, traditional forms,
    /// a lost character, a character left out, a shortened company name. Not another member of the family.
    /// </summary>
    public static bool NamesCompatible(NameForm a, NameForm b) => a.Kind == b.Kind && Names.Compatible(a, b);

    /// <summary><see cref="NamesCompatible(NameForm, NameForm)"/> for raw names.</summary>
    public static bool NamesCompatible(RecordKind kind, string a, string b) => Names.Compatible(NameForm.Of(kind, a), NameForm.Of(kind, b));

    /// <summary>Compares two records.</summary>
    public PairScore Score(MatchRecord a, MatchRecord b)
    {
        if (a.Kind != b.Kind)
        {
            return new(0, 0, Verdict.NoMatch, CannotLink.Kinds, false, RecordKind.Person, 0);
        }

        var name = Names.Compare(a, b);
        var compatible = Names.Compatible(name);
        var document = Compare.Documents(a, b);
        var phone = Compare.Phones(a.Phones, b.Phones);
        Span<int> levels =
        [
            (int)name,
            Compare.Births(a.Birth, b.Birth),
            document.Level,
            phone,
            Compare.Addresses(a, b, samePhone: phone == 1),
            Compare.Sets(a.Emails, b.Emails),
            Compare.Sets(a.Cards, b.Cards),
            a.Gender == Gender.Unknown || b.Gender == Gender.Unknown ? Levels.Missing : a.Gender == b.Gender ? 1 : 2,
        ];

        var rarity = model.Names?.RarityOf(name, a.Name, b.Name) ?? 0;
        var weight = rarity;
        var packed = 0UL;
        for (var c = 0; c < levels.Length; c++)
        {
            weight += model.Weight(a.Kind, (Comparison)c, levels[c]);
            packed |= (ulong)levels[c] << (4 * c);
        }

        var (automatic, review) = model.ThresholdsOf(a, b);
        var cannot = ConstraintOf(a, b, document, compatible);
        var sameIdentity = document.SameTrusted && compatible && cannot == CannotLink.None;

        // A family shares house, phone, surname, and twins a birth date: without a compatible name nothing is linked unasked.
        var verdict = cannot is CannotLink.Numbers or CannotLink.Relation ? Verdict.NoMatch
            : sameIdentity ? Verdict.Automatic
            : cannot == CannotLink.DisputedIdentity ? Verdict.Review
            : weight >= automatic && compatible && name != NameLevel.Missing ? Verdict.Automatic
            : weight >= review ? Verdict.Review
            : Verdict.NoMatch;
        return new(weight, model.Probability(weight), verdict, cannot, sameIdentity, a.Kind, packed, rarity);
    }

    /// <summary>Only whether two records must stay apart: what <see cref="Score"/> says of it, for less.</summary>
    public CannotLink Constraint(MatchRecord a, MatchRecord b)
    {
        if (a.Kind != b.Kind)
        {
            return CannotLink.Kinds;
        }

        var document = Compare.Documents(a, b);
        return ConstraintOf(a, b, document, !document.SameTrusted || Names.Compatible(Names.Compare(a, b)));
    }

    /// <summary>The comparisons behind a score, without any value of the records.</summary>
    public IReadOnlyList<Explanation> Explain(PairScore score) =>
    [
        .. Enum.GetValues<Comparison>().Select(c =>
        {
            var level = (int)(score.Levels >> (4 * (int)c)) & 0xF;
            var rarity = c == Comparison.Name ? score.Rarity : 0;
            return new Explanation(c, Levels.Names[(int)c][level], model.Weight(score.Kind, c, level) + rarity, rarity);
        }),
    ];

    /// <summary>A score as it was kept, to be explained.</summary>
    public PairScore Restore(RecordKind kind, ulong levels, double weight, double rarity) =>
        new(weight, model.Probability(weight), Verdict.Automatic, CannotLink.None, false, kind, levels, rarity);

    private static CannotLink ConstraintOf(MatchRecord a, MatchRecord b, Compare.DocumentResult document, bool compatible) =>
        document.Conflict ? CannotLink.Numbers
        : document.SameTrusted && !compatible ? CannotLink.DisputedIdentity
        : NamesOther(a, b) ? CannotLink.Relation
        : CannotLink.None;

    private static bool NamesOther(MatchRecord a, MatchRecord b) =>
        (a.Others.Count > 0 && a.Others.Contains(b.Id)) || (b.Others.Count > 0 && b.Others.Contains(a.Id));
}
