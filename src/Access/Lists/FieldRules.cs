using System.Globalization;
using System.Text.Json;
using Granary.Access.Contracts;
using Granary.Access.Rights;
using Granary.Kernel;

namespace Granary.Access.Lists;

/// <summary>What a caller sees of a column, and a cell as that caller sees it.</summary>
internal static class FieldRules
{
    public static bool Shows(ListColumn column, Caller caller) => SightOf(column, caller) switch
    {
        FieldSight.Clear => true,
        FieldSight.Masked => column.Mask is not null,
        _ => false,
    };

    public static bool IsMasked(ListColumn column, Caller caller) => SightOf(column, caller) == FieldSight.Masked;

    /// <summary>An order by a masked value would tell it: whoever may add a customer finds any value by halving.</summary>
    public static bool Sorts(ListColumn column, Caller caller) => column.SortBy is not null && SightOf(column, caller) == FieldSight.Clear;

    /// <summary>A value as JSON has it.</summary>
    /// <param name="stored">Text or a whole number.</param>
    public static object? Cell(ListColumn column, object stored, bool masked) => column.Kind switch
    {
        ColumnKind.Number => (long)stored,
        ColumnKind.Money => (long)stored / 100m,
        ColumnKind.Bool => (long)stored != 0,
        ColumnKind.Time => (long)stored == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds((long)stored),
        _ => stored is "" ? null : column.Many ? ((string)stored).Split(',') : masked ? column.Mask!((string)stored) : stored,
    };

    /// <summary>The codes in a cell: one, several, or none.</summary>
    public static IReadOnlyList<string> Codes(object? cell) => cell switch { string one => [one], string[] several => several, _ => [] };

    /// <summary>A value as a file has it, in the bank's time.</summary>
    /// <param name="names">Codes → names; a code without one stays.</param>
    public static string Text(ListColumn column, object stored, bool masked, IReadOnlyDictionary<string, string>? names = null) => Cell(column, stored, masked) switch
    {
        null => "",
        DateTimeOffset at => at.ToOffset(BankTime.Offset).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        bool yes => yes ? "1" : "0",
        long number => number.ToString(CultureInfo.InvariantCulture),
        decimal yuan => yuan.ToString("0.00", CultureInfo.InvariantCulture),
        var codes => string.Join(' ', Codes(codes).Select(c => names?.GetValueOrDefault(c) ?? c)),
    };

    public static string WordOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static FieldSight SightOf(ListColumn column, Caller caller) => column.Class is { } dataClass ? caller.Sees(dataClass) : FieldSight.Clear;
}
