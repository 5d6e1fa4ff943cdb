using Granary.Surveys.Expressions;

namespace Granary.Surveys.Tests;

public sealed class ExpressionTests
{
    [Theory, Trait("Case", "SURV-11")]
    [InlineData("2^3^2", "64")] // from left to right
    [InlineData("-2^2", "4")]
    [InlineData("2 + {nothing} empty", "3")]
    [InlineData("10 - 3 - 2", "5")]
    [InlineData("1 < 2 = true", "true")]
    [InlineData("!{one} = 2", "false")]
    [InlineData("0.1 + 0.2", "0.3")]
    [InlineData("1.005 * 1000", "1005")]
    [InlineData("'a' + 1 + 2", "\"a12\"")]
    [InlineData("1 / 0", "null")]
    [InlineData("{list[-1].x}", "3")]
    [InlineData("{list.length} + {nobody.length}", "2")]
    [InlineData("sumInArray({list}, 'x', '{x} > 1')", "3")]
    [InlineData("iif({one} = '1', yes, no)", "\"yes\"")]
    [InlineData("{A-B} + {中文}", "7")]
    [InlineData("round(1.005, 2)", "1.01")]
    [InlineData("round(8.1 / 12, 2)", "0.68")]
    [InlineData("dateAdd('2020-01-31', 1, 'months')", "\"2020-03-02\"")]
    [InlineData("'230183198603094832' = '230183198603094833'", "false")] // digits that a double cannot hold are no number
    public void Expressions_come_to_what_they_come_to_in_survey_core(string text, string expected) => Assert.Equal(expected, Work(text));

    [Theory, Trait("Case", "SURV-12")]
    [InlineData("")]
    [InlineData("{a} =")]
    [InlineData("{a")]
    [InlineData("{}")]
    [InlineData("({a}")]
    [InlineData("1 & 2")]
    [InlineData("'it's'")]
    [InlineData("abc def")]
    [InlineData("1e5")]
    [InlineData("iif(1, 2)extra")]
    public void What_is_no_expression_says_where(string text)
    {
        Assert.Null(Expression.Read(text, new(), out var problem));
        Assert.Contains("characters", problem);
    }

    [Fact, Trait("Case", "SURV-13")]
    public void However_deep_or_long_an_expression_is_it_is_refused_or_worked_out_on_a_small_stack()
    {
        var texts = new[] { "(", "!", "[", "iif(", "-", "{a} + ", "sum(1, ", "!(" }.SelectMany(part => new[] { 50, 250, 100_000 }.Select(times => string.Concat(Enumerable.Repeat(part, times))));
        var closed = new[] { 90, 300 }.SelectMany(n => new[]
        {
            string.Concat(Enumerable.Repeat("(", n)) + "1" + string.Concat(Enumerable.Repeat(")", n)),
            string.Join(" + ", Enumerable.Repeat("{a}", n)),
            string.Join(" or ", Enumerable.Repeat("{a} and {b}", n)),
            string.Concat(Enumerable.Repeat("!", n)) + "1",
        });
        OnSmallStack(() =>
        {
            foreach (var text in texts.Concat(closed))
            {
                Expression.Read(text, new(), out _)?.Work(new(Make.Now, new()), new MapScope(ValueMap.Nothing));
            }
        });
    }

    [Fact, Trait("Case", "SURV-13")]
    public void Filters_inside_filters_end_when_their_steps_are_used_up()
    {
        var items = string.Join(',', Enumerable.Range(0, 100).Select(i => $$"""{"x":{{i}}}"""));
        var nested = Enumerable.Range(0, 8).Aggregate("{x} >= 0", (inner, _) => $"countInArray({{list}}, 'x', {inner}) >= 0");
        var survey = Make.Survey($$"""
            {"type":"paneldynamic","name":"list","templateElements":[{"type":"text","name":"x"}]},
            {"type":"text","name":"q","visibleIf":"{{nested}}"}
            """);
        var evaluation = Make.Evaluate(survey, $$"""{"list":[{{items}}]}""");
        Assert.Contains(evaluation.Errors, e => e.Code == "too-much-work");
        Assert.False(evaluation.IsComplete);
    }

    [Fact, Trait("Case", "SURV-13")]
    public void A_pattern_that_goes_back_and_forth_is_stopped() =>
        Assert.Equal(["pattern-too-slow"], Make.Errors("""{"type":"text","name":"q","validators":[{"type":"regex","regex":"^(a+)+$"}]}""", $"\"{new string('a', 60)}!\""));

    [Fact, Trait("Case", "SURV-14")]
    public void Random_text_is_never_more_than_no_expression()
    {
        var random = new Random(20260315);
        string[] parts = ["{a}", "{", "}", "(", ")", "[", "]", "'", "\"", "\\", " ", "and", "or", "!", "=", "<", ">", "*=", "1", ".", "-", ",", "empty", "iif", "sum(", "x", "是", "\u0000", "#", "{panel.", "allof"];
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => parts[random.Next(parts.Length)]));
            Expression.Read(text, new(), out _)?.Work(new(Make.Now, new()), new MapScope(ValueMap.Nothing));
        }
    }

    private static string Work(string text)
    {
        var values = ValueJson.ReadAnswers("""{"one":1,"list":[{"x":1},{"x":3}],"a-b":3,"中文":4}""");
        var expression = Expression.Read(text, new(), out var problem);
        Assert.True(expression is not null, problem);
        return ValueJson.Write(expression.Work(new(Make.Now, new()), new MapScope(values)));
    }

    private static void OnSmallStack(Action work)
    {
        var thread = new Thread(() => work(), 512 * 1024); // half of what a thread of the pool has
        thread.Start();
        thread.Join();
    }
}
