using Granary.Ecif.Contracts;
using Granary.Ecif.GoldenRecords;
using Granary.Ecif.Intake;
using Granary.Ecif.Rights;
using Granary.Ecif.SourceRecords;

namespace Granary.Ecif.Stewardship;

/// <summary>What the records of two parties say, attribute by attribute. Agreement is found on values in canonical form, and told also where the values are masked.</summary>
internal static class SideBySide
{
    private sealed record Said(string Form, string Value, SourceRecord Record, long At);

    /// <param name="near">Attributes in which the strongest pair is alike without being the same.</param>
    public static IReadOnlyList<ComparedAttribute> Of(WorkingSet set, Party a, Party b, IReadOnlySet<string> near, Veil veil) =>
        [.. PartyAttribute.All.Where(attribute => !veil.Hides(attribute)).Select(attribute => Compare(attribute, set, a, b, near, veil)).Where(c => c.A.Count + c.B.Count > 0)];

    private static ComparedAttribute Compare(string attribute, WorkingSet set, Party a, Party b, IReadOnlySet<string> near, Veil veil)
    {
        var (ours, theirs) = (SaidOf(attribute, set, a.Id), SaidOf(attribute, set, b.Id));
        var (left, right) = (Forms(ours), Forms(theirs));
        var mark = left.Count == 0 || right.Count == 0 ? "oneSided"
            : left.SetEquals(right) ? "same"
            : left.Overlaps(right) ? "partly"
            : near.Contains(attribute) ? "near"
            : "different";
        return new ComparedAttribute(attribute, mark, View(attribute, ours, right, a, veil), View(attribute, theirs, left, b, veil));
    }

    private static List<Said> SaidOf(string attribute, WorkingSet set, long party) =>
        [.. Choices.Records(set, party).SelectMany(r => PartyAttribute.Values(r.Attributes.GetValueOrDefault(attribute)?.Said ?? "")
            .Select(v => new Said(Canonical.Form(attribute, Normalised.Form(attribute, v)), v, r, r.Attributes[attribute].SaidAt))).Where(s => s.Form.Length > 0)];

    private static HashSet<string> Forms(List<Said> said) => said.Select(s => s.Form).ToHashSet(StringComparer.Ordinal);

    private static IReadOnlyList<SaidValue> View(string attribute, List<Said> said, HashSet<string> others, Party party, Veil veil)
    {
        var golden = PartyAttribute.Values(party.Golden.GetValueOrDefault(attribute)?.Value ?? "").Select(v => Canonical.Form(attribute, v)).ToHashSet(StringComparer.Ordinal);
        return [.. said.GroupBy(s => s.Form).Select(g => new SaidValue(
            PartyAttribute.Parts(veil.Show(attribute, g.MaxBy(s => s.At)!.Value)!), others.Contains(g.Key), golden.Contains(g.Key),
            [.. g.Select(s => $"{s.Record.System}/{s.Record.Key}").Distinct()], DateTimeOffset.FromUnixTimeMilliseconds(g.Max(s => s.At))))
            .OrderByDescending(v => v.Agrees).ThenByDescending(v => v.Survives).ThenByDescending(v => v.At)];
    }
}
