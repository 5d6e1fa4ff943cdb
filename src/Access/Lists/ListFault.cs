using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Granary.Access.Lists;

/// <summary>What is wrong with a request to a list, by name. Says which part, never a value.</summary>
internal sealed record ListFault(string Code, string Title, int Status = StatusCodes.Status400BadRequest)
{
    public static ListFault NoColumn(string column) => new("list-no-column", $"The list has no column '{Short(column)}' that you may see.");

    public static ListFault NoFilter(string column, string op) => new("list-no-filter", $"The column '{Short(column)}' cannot be filtered by '{Short(op)}'.");

    public static ListFault NoSort(string column) => new("list-no-sort", $"The list cannot be sorted by '{Short(column)}'.");

    public static ListFault WrongValue(string column) => new("list-wrong-value", $"The filter's value for '{Short(column)}' is not of its type.");

    public static ListFault WrongShape { get; } = new("list-wrong-filter", "A filter is {and: […]}, {or: […]}, {not: …} or {column, op, value}.");

    public static ListFault TooDeep { get; } = new("list-filter-too-deep", "The filter has too many groups within groups.");

    public static ListFault TooLarge { get; } = new("list-filter-too-large", "The filter has too many conditions or values.");

    public static ListFault WrongCursor { get; } = new("list-wrong-cursor", "The position in the list does not belong to this order.");

    public static ListFault NotFound { get; } = new("not-found", "There is no such row in your sight.", StatusCodes.Status404NotFound);

    public ProblemHttpResult Problem() => Problem(null);

    public ProblemHttpResult Problem(object? current)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = Code };
        if (current is not null)
        {
            extensions.Add("current", current);
        }

        return TypedResults.Problem(title: Title, statusCode: Status, extensions: extensions);
    }

    private static string Short(string text) => text.Length <= 40 ? text : text[..40];
}

/// <summary>Either what was asked for, or what is wrong with it.</summary>
internal readonly record struct Read<T>(T? Value, ListFault? Fault)
    where T : class
{
    public static implicit operator Read<T>(T value) => new(value, null);

    public static implicit operator Read<T>(ListFault fault) => new(null, fault);
}
