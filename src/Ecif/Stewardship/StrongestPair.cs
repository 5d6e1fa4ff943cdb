using System.Text.Json;
using Granary.Ecif.Contracts;
using Granary.Ecif.Intake;
using Granary.Matching;

namespace Granary.Ecif.Stewardship;

/// <summary>The pair of records of two parties that speaks most for their being one, and why it scores as it does. Pure; under the model of now.</summary>
internal static class StrongestPair
{
    /// <summary>What each comparison looks at.</summary>
    private static readonly Dictionary<Comparison, string[]> Attributes = new()
    {
        [Comparison.Name] = [PartyAttribute.Name],
        [Comparison.Birth] = [PartyAttribute.Birth],
        [Comparison.Document] = [PartyAttribute.Document],
        [Comparison.Phone] = [PartyAttribute.Mobile, PartyAttribute.HomePhone, PartyAttribute.OfficePhone],
        [Comparison.Address] = [PartyAttribute.HomeAddress, PartyAttribute.RegisteredAddress],
        [Comparison.Email] = [PartyAttribute.Email],
        [Comparison.Card] = [PartyAttribute.Card],
        [Comparison.Gender] = [PartyAttribute.Gender],
    };

    public static Waterfall? Of(WorkingSet set, long a, long b, Matcher matcher)
    {
        var pairs = Choices.Records(set, a).SelectMany(x => Choices.Records(set, b).Select(y => (A: x, B: y, Score: matcher.Score(set.MatchOf(x), set.MatchOf(y))))).ToList();
        if (pairs.Count == 0)
        {
            return null;
        }

        var best = pairs.OrderByDescending(p => p.Score.Verdict).ThenByDescending(p => p.Score.Weight).First();
        var model = matcher.Model;
        var (automatic, review) = model.ThresholdsOf(set.MatchOf(best.A), set.MatchOf(best.B));
        return new Waterfall(
            $"{best.A.System}/{best.A.Key}", $"{best.B.System}/{best.B.Key}", model.PriorWeight,
            [.. matcher.Explain(best.Score).Select(e => new WaterfallStep(Word(e.Comparison), e.Level, e.Weight, e.Rarity))],
            model.PriorWeight + best.Score.Weight, best.Score.Probability, model.PriorWeight + review, model.PriorWeight + automatic,
            Word(best.Score.Verdict), best.Score.CannotLink == CannotLink.None ? null : best.Score.CannotLink.ToString(), model.Version);
    }

    /// <summary>Attributes in which the pair is alike without being the same: their comparison speaks for it, but not at its best level.</summary>
    public static IReadOnlySet<string> Near(Waterfall? waterfall) => (waterfall?.Steps ?? [])
        .Where(s => s.Weight > 0 && s.Level is not ("same" or "sameHouse"))
        .SelectMany(s => Attributes[Enum.Parse<Comparison>(s.Comparison, ignoreCase: true)]).ToHashSet(StringComparer.Ordinal);

    private static string Word(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
