using System.Text.Json;
using Granary.Access;
using Granary.Access.Contracts;
using Granary.Access.Lists;
using Granary.Ocrm.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Granary.Ocrm.Products;

/// <summary>
/// Who may have a product: a filter of the list of customers. It is asked with the rights of whoever asks, as every stored filter is, and
/// must mean the same to all of them: what is one's own (whom one follows, one's segments) is no condition of a product.
/// </summary>
internal sealed class EligibilityRule(IEnumerable<ListSource> sources, ListLimits lists)
{
    private static readonly string[] Personal = ["followed", "segment", "eligible"];

    /// <summary>What is wrong with a rule that its author wants to store; null where nothing is.</summary>
    public async Task<ProblemHttpResult?> WrongAsync(JsonElement? rule, Caller caller, CancellationToken cancellation) =>
        rule is not { } filter ? null
        : filter.GetRawText().Length > lists.ViewCharacters || ColumnsOf(filter).Any(Personal.Contains)
            ? Problems.BadRequest("product-eligibility", "Who may have a product is said by conditions on customers that mean the same to everybody: not by segments or by whom somebody follows.")
        : await Customers.WrongAsync(filter, caller, lists, cancellation);

    public ListSource Customers => sources.Single(s => s.List.Name == "customers");

    private static IEnumerable<string> ColumnsOf(JsonElement filter) => filter.ValueKind switch
    {
        JsonValueKind.Object => filter.EnumerateObject().SelectMany(p => p is { Name: "column", Value.ValueKind: JsonValueKind.String } ? [p.Value.GetString()!] : ColumnsOf(p.Value)),
        JsonValueKind.Array => filter.EnumerateArray().SelectMany(ColumnsOf),
        _ => [],
    };
}
