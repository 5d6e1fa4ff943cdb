using System.Globalization;

namespace Granary.Matching.Linkage;

/// <summary>An explanation in sentences, one for the beginning, each step and the end, in English or Chinese.</summary>
public static class ExplanationText
{
    /// <summary>A weight under this, either way, is hardly worth a number: 7 to 6.</summary>
    private const double Little = 0.2;

    /// <summary>Beyond this a factor is only said to be more.</summary>
    private const double Most = 1e6;

    public static IReadOnlyList<string> Of(PairExplanation pair, bool chinese) =>
        [Begin(pair, chinese), .. pair.Steps.Select(step => step.Level == "possible" ? Relatives(step, chinese) : Step(step, chinese)), End(pair, chinese)];

    private static string Begin(PairExplanation pair, bool chinese)
    {
        var odds = Times(-pair.Prior);
        return chinese ? $"比对之前：任取两条记录，约 {odds} 对中有一对属于同一客户。" : $"Before anything is compared: of {odds} pairs of records about one is one customer's.";
    }

    private static string Step(ExplanationStep step, bool chinese)
    {
        var words = LevelWords.Of(step.Level, chinese);
        if (step.Level == "missing")
        {
            return chinese ? $"{step.Comparison}：{words}。" : $"{step.Comparison}: {words}.";
        }

        var times = Times(step.Weight);
        if (chinese)
        {
            var said = step.Level == "exact" ? $"“{step.A}”" : $"“{step.A}”与“{step.B}”";
            var weighs = Math.Abs(step.Weight) < Little ? "几乎不说明问题" : step.Weight > 0 ? $"这在同一客户中出现的可能是不同客户的 {times} 倍" : $"这在不同客户中出现的可能是同一客户的 {times} 倍";
            return $"{step.Comparison}：{said}{words}，{weighs}{Rarity(step, chinese)}。";
        }

        var both = step.Level == "exact" ? $"both say \"{step.A}\"" : $"\"{step.A}\" and \"{step.B}\", {words}";
        var speaks = Math.Abs(step.Weight) < Little ? "says next to nothing" : step.Weight > 0 ? $"{times} times as likely for one customer as for two" : $"{times} times as likely for two customers as for one";
        return $"{step.Comparison}: {both}; {speaks}{Rarity(step, chinese)}.";
    }

    private static string Rarity(ExplanationStep step, bool chinese)
    {
        var times = Times(step.Rarity);
        return Math.Abs(step.Rarity) < Little ? ""
            : step.Rarity > 0 ? (chinese ? $"；填此值的很少，再乘 {times}" : $", and {times} times more because few say so")
            : chinese ? $"；填此值的很多，再除以 {times}" : $", but {times} times less because many say so";
    }

    private static string Relatives(ExplanationStep step, bool chinese) =>
        Math.Abs(step.Weight) < Little ? (chinese ? "不像同住的两个人。" : "They do not look like two people of one house.")
        : chinese ? $"同住的两个人也会如此相似：可能性除以 {Times(step.Weight)}。" : $"Two people of one house would look much the same: {Times(step.Weight)} times less likely.";

    private static string End(PairExplanation pair, bool chinese)
    {
        if (pair.Forbidden is { } forbidden)
        {
            return chinese ? $"{forbidden}表明这是两个不同的客户，其余不再计。" : $"{forbidden} says that they are two customers, whatever else agrees.";
        }

        var share = Share(pair.Probability, chinese);
        return chinese ? $"合计：属于同一客户的概率为 {share}。" : $"Taken together: one customer's with a probability of {share}.";
    }

    /// <summary>0.9999 is 99.99 %, and never 100.</summary>
    private static string Share(double probability, bool chinese)
    {
        var rest = Math.Min(probability, 1 - probability);
        var places = rest >= 0.01 ? 0 : rest >= 0.001 ? 1 : rest >= 0.0001 ? 2 : 3;
        return rest >= 0.00001 ? (100 * probability).ToString($"f{places}", CultureInfo.InvariantCulture) + " %"
            : probability < 0.5 ? (chinese ? "不到 0.001 %" : "under 0.001 %")
            : chinese ? "超过 99.999 %" : "over 99.999 %";
    }

    /// <summary>How many times as likely a weight makes it, whichever way: two digits that count.</summary>
    private static string Times(double weight)
    {
        var times = Math.Pow(2, Math.Abs(weight));
        if (times > Most)
        {
            return "1,000,000+";
        }

        var unit = Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10(times)) - 1));
        return times < 10 ? times.ToString("0.#", CultureInfo.InvariantCulture) : (Math.Round(times / unit) * unit).ToString("n0", CultureInfo.InvariantCulture);
    }
}
