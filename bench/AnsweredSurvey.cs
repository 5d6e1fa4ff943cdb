using System.Globalization;
using System.Text;
using System.Text.Json;
using Granary.Kernel.Storage;

namespace Granary.Bench;

/// <summary>A questionnaire of thirty questions of all kinds, and made-up answers to it.</summary>
internal static class AnsweredSurvey
{
    private static readonly string[] Words = ["服务", "态度", "很好", "排队", "时间", "太长", "利率", "希望", "手机银行", "不好用", "客户经理", "耐心", "网点", "停车", "方便", "贷款", "审批", "太慢"];
    private static readonly string[] Ways = ["link", "qr", "manager", "list", "campaign"];

    public static string Document { get; } = JsonSerializer.Serialize(new { title = "三十问", pages = new[] { new { name = "p1", elements = Elements() } }, scoring = new { bands = new[] { new { name = "low", from = 0 }, new { name = "mid", from = 40 }, new { name = "high", from = 70 } } } });

    private static IEnumerable<object> Elements()
    {
        string[] Choices(int count) => [.. Enumerable.Range(1, count).Select(i => $"c{i}")];
        for (var i = 1; i <= 10; i++)
        {
            yield return new { type = "radiogroup", name = $"one{i}", choices = Choices(3 + i) };
        }

        for (var i = 1; i <= 5; i++)
        {
            yield return new { type = "checkbox", name = $"many{i}", choices = Choices(4 + i) };
        }

        for (var i = 1; i <= 5; i++)
        {
            yield return new { type = "rating", name = $"rate{i}", rateMin = 0, rateMax = i == 1 ? 10 : 5 };
        }

        yield return new { type = "matrix", name = "grid1", rows = Choices(5), columns = Choices(5) };
        yield return new { type = "matrix", name = "grid2", rows = Choices(4), columns = Choices(3) };
        yield return new { type = "ranking", name = "rank", choices = Choices(5) };
        yield return new { type = "boolean", name = "yes1" };
        yield return new { type = "boolean", name = "yes2" };
        yield return new { type = "text", name = "income", inputType = "number" };
        yield return new { type = "text", name = "age", inputType = "number" };
        yield return new { type = "text", name = "since", inputType = "date" };
        yield return new { type = "comment", name = "praise" };
        yield return new { type = "comment", name = "blame" };
    }

    public static Insert<Answered> Insert { get; } = new("ocrm.response", "",
        new("questionnaire", ColumnType.Long, a => a.Questionnaire), new("number", ColumnType.Long, _ => 1L), new("invitation", ColumnType.Long, _ => 0L), new("campaign", ColumnType.Long, _ => 0L),
        new("party_id", ColumnType.Long, a => a.Party), new("recorded_for", ColumnType.Long, a => a.Party), new("prospect", ColumnType.Long, _ => 0L),
        new("entity", ColumnType.Text, a => a.Unit[..6]), new("unit", ColumnType.Text, a => a.Unit), new("person", ColumnType.Text, a => a.Person), new("via", ColumnType.Text, a => a.Via), new("language", ColumnType.Text, a => a.Language),
        new("state", ColumnType.Text, a => a.State), new("page", ColumnType.Text, _ => "p1"), new("answers", ColumnType.Text, a => a.Answers), new("score", ColumnType.Double, a => a.Score), new("band", ColumnType.Text, a => a.Band),
        new("started_at", ColumnType.Long, a => a.At - 300_000), new("changed_at", ColumnType.Long, a => a.At), new("at", ColumnType.Long, a => a.At), new("version", ColumnType.Long, _ => 3L));

    /// <summary>Somebody's answers; one in fifty was screened out.</summary>
    public static Answered Make(long questionnaire, Random random, long now)
    {
        var json = new StringBuilder("{");
        for (var i = 1; i <= 10; i++)
        {
            if (random.Next(10) > 0)
            {
                json.Append(CultureInfo.InvariantCulture, $"\"one{i}\":\"c{1 + Math.Min(random.Next(3 + i), random.Next(3 + i))}\",");
            }
        }

        for (var i = 1; i <= 5; i++)
        {
            json.Append(CultureInfo.InvariantCulture, $"\"many{i}\":[{string.Join(',', Enumerable.Range(1, 4 + i).Where(_ => random.Next(3) == 0).Select(c => $"\"c{c}\""))}],");
            json.Append(CultureInfo.InvariantCulture, $"\"rate{i}\":{Math.Max(random.Next(i == 1 ? 11 : 6), random.Next(i == 1 ? 11 : 6))},");
        }

        json.Append(CultureInfo.InvariantCulture, $"\"grid1\":{{{string.Join(',', Enumerable.Range(1, 5).Select(r => $"\"c{r}\":\"c{random.Next(1, 6)}\""))}}},\"grid2\":{{{string.Join(',', Enumerable.Range(1, 4).Select(r => $"\"c{r}\":\"c{random.Next(1, 4)}\""))}}},");
        var order = Enumerable.Range(1, 5).ToArray();
        random.Shuffle(order);
        json.Append(CultureInfo.InvariantCulture, $"\"rank\":[{string.Join(',', order.Select(c => $"\"c{c}\""))}],\"yes1\":{(random.Next(4) > 0 ? "true" : "false")},\"yes2\":{(random.Next(2) > 0 ? "true" : "false")},");
        json.Append(CultureInfo.InvariantCulture, $"\"income\":{random.Next(10, 400) * 100},\"age\":{random.Next(18, 90)},\"since\":\"{new DateOnly(2000, 1, 1).AddDays(random.Next(9_000)):yyyy-MM-dd}\"");
        if (random.Next(4) == 0)
        {
            json.Append(CultureInfo.InvariantCulture, $",\"praise\":\"{string.Concat(Enumerable.Range(0, random.Next(3, 12)).Select(_ => Words[random.Next(Words.Length)]))}\"");
        }

        var score = random.Next(100);
        return new Answered(questionnaire, random.Next(1_000_000) + 1, $"2301{random.Next(20, 30)}{random.Next(1, 9):D2}{random.Next(1, 6):D2}", $"p{random.Next(2_000)}", Ways[random.Next(Ways.Length)], random.Next(10) == 0 ? "en" : "zh-cn",
            random.Next(50) == 0 ? "screened" : "complete", json.Append('}').ToString(), score, score < 40 ? "low" : score < 70 ? "mid" : "high", now - (random.NextInt64(180) * 86_400_000) - random.Next(86_400_000));
    }
}

internal sealed record Answered(long Questionnaire, long Party, string Unit, string Person, string Via, string Language, string State, string Answers, double Score, string Band, long At);
