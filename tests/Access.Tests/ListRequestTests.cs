using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Access.Lists;

namespace Granary.Access.Tests;

/// <summary>What a list's request may say, without a database.</summary>
public sealed class ListRequestTests
{
    private static readonly ListLimits Limits = new();

    [Theory, Trait("Case", "LIST-05")]
    [InlineData("contains")]
    [InlineData("starts")]
    [InlineData("ne")]
    [InlineData("in")]
    public void A_masked_column_answers_to_nothing_that_would_spell_it_out(string op)
    {
        object value = op == "in" ? new[] { "2301" } : "2301";
        Assert.Equal("list-no-filter", FaultOf(Masked, filter: new { column = "document", op, value }));
    }

    [Fact, Trait("Case", "LIST-05")]
    public void Nobody_sorts_by_what_they_see_masked() => Assert.Equal("list-no-sort", FaultOf(Masked, sort: [new SortBody("document")]));

    [Fact, Trait("Case", "LIST-06")]
    public void A_hidden_column_cannot_be_shown_sorted_or_filtered_by_and_is_not_described()
    {
        var caller = Things.Caller(Sight.Everything, c3: FieldSight.Hidden);
        Assert.Equal("list-no-column", FaultOf(caller, columns: ["document"]));
        Assert.Equal("list-no-sort", FaultOf(caller, sort: [new SortBody("document")]));
        Assert.Equal("list-no-column", FaultOf(caller, filter: new { column = "document", op = "empty" }));
        Assert.DoesNotContain(DescribeList.Describe(Things.List, caller).Columns, c => c.Name == "document");
    }

    [Fact, Trait("Case", "LIST-06")]
    public void A_column_without_a_mask_is_hidden_from_who_would_see_it_masked() =>
        Assert.Equal("list-no-column", FaultOf(Things.Caller(Sight.Everything, c2: FieldSight.Masked), columns: ["amount"]));

    [Theory, Trait("Case", "LIST-07")]
    [InlineData("""{"and":[]}""", "list-wrong-filter")]
    [InlineData("""{"and":{}}""", "list-wrong-filter")]
    [InlineData("""[]""", "list-wrong-filter")]
    [InlineData("""{"and":[],"or":[]}""", "list-wrong-filter")]
    [InlineData("""{"column":"name","op":"eq","value":"x","sql":"1=1"}""", "list-wrong-filter")]
    [InlineData("""{"column":1,"op":"eq","value":"x"}""", "list-wrong-filter")]
    [InlineData("""{"column":"t.name; --","op":"eq","value":"x"}""", "list-no-column")]
    [InlineData("""{"column":"name","op":"like","value":"x"}""", "list-no-filter")]
    [InlineData("""{"column":"amount","op":"contains","value":"x"}""", "list-no-filter")]
    [InlineData("""{"column":"amount","op":"eq","value":"5"}""", "list-wrong-value")]
    [InlineData("""{"column":"amount","op":"eq","value":5.5}""", "list-wrong-value")]
    [InlineData("""{"column":"name","op":"eq","value":5}""", "list-wrong-value")]
    [InlineData("""{"column":"name","op":"eq","value":""}""", "list-wrong-value")]
    [InlineData("""{"column":"name","op":"eq","value":"a\u0000b"}""", "list-wrong-value")]
    [InlineData("""{"column":"name","op":"in","value":[]}""", "list-wrong-value")]
    [InlineData("""{"column":"name","op":"in","value":["a",1]}""", "list-wrong-value")]
    [InlineData("""{"column":"at","op":"between","value":["2026-01-01"]}""", "list-wrong-value")]
    [InlineData("""{"column":"at","op":"gt","value":"yesterday"}""", "list-wrong-value")]
    [InlineData("""{"column":"flag","op":"eq","value":1}""", "list-wrong-value")]
    [InlineData("""{"column":"name","op":"empty","value":"x"}""", "list-wrong-value")]
    [InlineData("""{"and":[{"and":[{"and":[{"and":[{"column":"name","op":"empty"}]}]}]}]}""", "list-filter-too-deep")]
    public void A_filter_that_is_wrong_is_refused_by_name(string filter, string code)
    {
        using var document = JsonDocument.Parse(filter);
        Assert.Equal(code, ListReading.Query(Things.List, All, Limits, [Permission.CustomersRead], document.RootElement, null, null).Fault?.Code);
    }

    [Fact, Trait("Case", "LIST-07")]
    public void A_filter_has_a_bounded_number_of_conditions_and_values()
    {
        var condition = new { column = "name", op = "eq", value = "x" };
        Assert.Equal("list-filter-too-large", FaultOf(All, filter: new { or = Enumerable.Repeat(condition, 33) }));
        Assert.Equal("list-filter-too-large", FaultOf(All, filter: new { column = "name", op = "in", value = Enumerable.Repeat("x", 201) }));
    }

    [Fact, Trait("Case", "LIST-08")]
    public void A_position_is_of_no_use_with_another_order_and_a_made_up_one_is_refused()
    {
        var text = new Cursor(["王"], 5).Write([new ListSort("name")]);
        Assert.Equal(5, Cursor.Read(text, Things.List, [new ListSort("name")]).Value!.Key);
        Assert.Equal("list-wrong-cursor", Cursor.Read(text, Things.List, [new ListSort("name", Descending: true)]).Fault!.Code);
        Assert.Equal("list-wrong-cursor", Cursor.Read(text, Things.List, [new ListSort("amount")]).Fault!.Code);
        foreach (var made in new[] { "", "!", "bnVsbA", "e30", text[..^3], new string('a', 5000) })
        {
            Assert.Equal("list-wrong-cursor", Cursor.Read(made, Things.List, [new ListSort("name")]).Fault?.Code);
        }
    }

    [Fact, Trait("Case", "LIST-09")]
    public void No_value_of_a_request_becomes_part_of_the_statement()
    {
        var filter = JsonSerializer.SerializeToElement(new { column = "name", op = "contains", value = "'; DROP TABLE t; --" });
        var query = ListReading.Query(Things.List, Things.Caller(new Sight { Entities = ["x' OR 1=1"] }), Limits, [Permission.CustomersRead], filter, null, null).Value!;
        foreach (var statement in new[] { ListSql.Page(query, Limits, null, false, 10), ListSql.Count(query, 10), ListSql.Keys(query, null, 10) })
        {
            Assert.DoesNotContain("DROP", statement.Sql);
            Assert.DoesNotContain("1=1", statement.Sql);
            Assert.DoesNotContain("OFFSET", statement.Sql);
        }
    }

    private static Caller All => Things.Caller(Sight.Everything);

    private static Caller Masked => Things.Caller(Sight.Everything, c3: FieldSight.Masked);

    private static string? FaultOf(Caller caller, object? filter = null, IReadOnlyList<SortBody>? sort = null, IReadOnlyList<string>? columns = null) =>
        ListReading.Query(Things.List, caller, Limits, [Permission.CustomersRead], filter is null ? null : JsonSerializer.SerializeToElement(filter), sort, columns).Fault?.Code;
}
