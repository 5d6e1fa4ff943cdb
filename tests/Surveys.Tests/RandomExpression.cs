using System.Globalization;
using System.Text.Json.Nodes;

namespace Granary.Surveys.Tests;

/// <summary>Expressions as people write them, over a handful of names, and values for those names.</summary>
internal static class RandomExpression
{
    private static readonly string[] Numbers = ["n1", "n2", "n3"];
    private static readonly string[] Texts = ["t1", "t2"];
    private static readonly string[] Days = ["d1", "d2"];

    public static string Of(Random random) => Condition(random, 3);

    public static JsonObject Values(Random random)
    {
        var values = new JsonObject();
        foreach (var name in Numbers.Where(_ => random.Chance(0.8)))
        {
            values[name] = random.Next(5) switch
            {
                0 => random.Next(-3, 12).ToString(CultureInfo.InvariantCulture), // typed into a text field
                1 => Math.Round(random.NextDouble() * 10, 2),
                _ => random.Next(-3, 12),
            };
        }

        foreach (var name in Texts.Where(_ => random.Chance(0.8)))
        {
            values[name] = random.Pick("a", "b", "A", "yes", "No", " a", "ab", "10", "9", "是", "");
        }

        foreach (var name in Days.Where(_ => random.Chance(0.8)))
        {
            values[name] = new DateTime(2026, 3, 15).AddDays(random.Next(-2000, 100)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        values["l1"] = random.Chance(0.2) ? null : new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => (JsonNode)random.Pick("a", "b", "c", "d"))]);
        values["yes"] = random.Chance(0.3) ? null : random.Chance(0.5);
        values["home"] = new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Person(random))]);
        foreach (var name in values.Where(v => v.Value is null).Select(v => v.Key).ToList())
        {
            values.Remove(name);
        }

        return values;
    }

    private static JsonObject Person(Random random)
    {
        var person = new JsonObject { ["name"] = random.Pick("a", "b", "c") };
        if (random.Chance(0.8))
        {
            person["age"] = random.Next(90);
        }

        if (random.Chance(0.5))
        {
            person["income"] = Math.Round(random.NextDouble() * 100, 1);
        }

        return person;
    }

    private static string Condition(Random random, int depth) => depth == 0 ? Comparison(random, 0) : random.Next(8) switch
    {
        0 or 1 => $"{Condition(random, depth - 1)} {random.Pick("and", "&&", "AND")} {Condition(random, depth - 1)}",
        2 or 3 => $"{Condition(random, depth - 1)} {random.Pick("or", "||")} {Condition(random, depth - 1)}",
        4 => $"({Condition(random, depth - 1)})",
        5 => $"!({Condition(random, depth - 1)})",
        _ => Comparison(random, depth),
    };

    private static string Comparison(Random random, int depth) => random.Next(10) switch
    {
        0 or 1 => $"{{{random.Pick("l1", "home", "t1", "n1", "yes", "nobody")}}} {random.Pick("empty", "notempty")}",
        2 => $"{{l1}} {random.Pick("contains", "notcontains", "*=")} '{random.Pick("a", "b", "C")}'",
        3 => $"{{l1}} {random.Pick("anyof", "allof", "noneof")} [{string.Join(", ", Enumerable.Range(0, random.Next(1, 3)).Select(_ => $"'{random.Pick("a", "b", "D")}'"))}]",
        4 => $"{{t1}} {random.Pick("=", "<>", "<", ">=", "contains", "notcontains")} {random.Pick("{t2}", "'a'", "'yes'", "b", "\"是\"", "10")}",
        5 => $"{{yes}} {random.Pick("=", "!=")} {random.Pick("true", "false", "'true'", "{n1}")}",
        6 => $"{Day(random)} {random.Pick("<", "<=", ">", ">=", "=", "<>")} {Day(random)}",
        _ => $"{Quantity(random, depth)} {random.Pick("=", "==", "!=", "<>", "<", "<=", ">", ">=", "greater", "lessorequal")} {Quantity(random, depth)}",
    };

    private static string Day(Random random) => random.Next(5) switch
    {
        0 => "today()",
        1 => $"today({random.Next(-30, 30)})",
        2 => $"dateAdd({{{random.Pick(Days)}}}, {random.Pick(-1, 1) * random.Next(1, 20)}, '{random.Pick("days", "months", "years")}')",
        _ => $"{{{random.Pick(Days)}}}",
    };

    private static string Quantity(Random random, int depth) => random.Next(depth > 0 ? 14 : 5) switch
    {
        0 => random.Next(-3, 12).ToString(CultureInfo.InvariantCulture),
        1 => Math.Round(random.NextDouble() * 10, 1).ToString(CultureInfo.InvariantCulture),
        2 or 3 or 4 => $"{{{random.Pick(Numbers)}}}",
        5 or 6 or 7 => $"{Quantity(random, depth - 1)} {random.Pick("+", "-", "*", "/", "%")} {Quantity(random, depth - 1)}",
        8 => $"({Quantity(random, depth - 1)})",
        9 => $"iif({Condition(random, depth - 1)}, {Quantity(random, depth - 1)}, {Quantity(random, depth - 1)})",
        10 => $"{random.Pick("sum", "min", "max", "avg", "count")}({Quantity(random, 0)}, {Quantity(random, 0)})",
        11 => $"{random.Pick("sumInArray", "avgInArray", "minInArray", "maxInArray", "countInArray")}({{home}}, '{random.Pick("age", "income")}'{random.Pick("", ", {age} > 17", ", '{age} <= 60'")})",
        12 => $"{random.Pick("age", "year", "month", "day", "weekday")}({{{random.Pick(Days)}}})",
        _ => $"{random.Pick($"round({Quantity(random, 0)} + 0.25, 1)", $"dateDiff({{d1}}, {{d2}}, '{random.Pick("days", "months", "years")}')", "{home.length}", "{home[0].age}", "diffDays({d1}, {d2})")}",
    };
}
