using System.Collections.Immutable;

namespace Granary.Surveys;

public enum ValueKind
{
    /// <summary>Nothing was answered, or nothing can be said.</summary>
    Empty,
    Boolean,
    Number,
    Text,

    /// <summary>A day or a time that an expression worked out; answers hold them as text.</summary>
    Moment,
    List,
    Map,
}

/// <summary>What a question is answered with, and what an expression comes to. Never changes.</summary>
public readonly struct Value : IEquatable<Value>
{
    private readonly double _number;
    private readonly object? _content;

    private Value(ValueKind kind, double number, object? content) => (Kind, _number, _content) = (kind, number, content);

    public static Value Empty => default;

    public static Value True { get; } = new(ValueKind.Boolean, 1, null);

    public static Value False { get; } = new(ValueKind.Boolean, 0, null);

    public ValueKind Kind { get; }

    public bool IsTrue => Kind == ValueKind.Boolean && _number != 0;

    /// <summary>May be no number (NaN), where something was calculated that cannot be.</summary>
    public double Number => Kind == ValueKind.Number ? _number : throw Not(ValueKind.Number);

    public string Text => Kind == ValueKind.Text ? (string)_content! : throw Not(ValueKind.Text);

    /// <summary>The bank's local time.</summary>
    public DateTime Moment => Kind == ValueKind.Moment ? (DateTime)_content! : throw Not(ValueKind.Moment);

    public ImmutableArray<Value> List => Kind == ValueKind.List ? (ImmutableArray<Value>)_content! : throw Not(ValueKind.List);

    /// <summary>By name, in the order in which they came.</summary>
    public ValueMap Map => Kind == ValueKind.Map ? (ValueMap)_content! : throw Not(ValueKind.Map);

    /// <summary>
    /// Nothing: no value, no text, no items, or a map of nothing. Blanks are something here; a question that must be answered asks
    /// <see cref="IsBlank"/>.
    /// </summary>
    public bool IsEmpty => Kind switch
    {
        ValueKind.Empty => true,
        ValueKind.Text => Text.Length == 0,
        ValueKind.List => List.IsEmpty,
        ValueKind.Map => Map.All(entry => entry.Value.IsEmpty),
        ValueKind.Number => double.IsNaN(_number),
        _ => false,
    };

    public bool IsBlank => IsEmpty || (Kind == ValueKind.Text && string.IsNullOrWhiteSpace(Text));

    public static Value Of(bool value) => value ? True : False;

    public static Value Of(double number) => new(ValueKind.Number, number + 0d, null); // + 0: no negative 0, which nobody means

    public static Value Of(string? text) => text is null ? Empty : new(ValueKind.Text, 0, text);

    public static Value Of(DateTime moment) => new(ValueKind.Moment, 0, moment);

    public static Value Of(ImmutableArray<Value> items) => new(ValueKind.List, 0, items);

    public static Value Of(ValueMap map) => new(ValueKind.Map, 0, map);

    /// <summary>The same kind and the same content; what expressions mean by "=" is <see cref="Expressions.Loosely"/>.</summary>
    public bool Equals(Value other) => Kind == other.Kind && Kind switch
    {
        ValueKind.Empty => true,
        ValueKind.Boolean or ValueKind.Number => _number.Equals(other._number),
        ValueKind.List => List.SequenceEqual(other.List),
        _ => _content!.Equals(other._content),
    };

    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    public override int GetHashCode() => Kind switch
    {
        ValueKind.List => List.Length,
        ValueKind.Map => Map.Count,
        _ => HashCode.Combine(Kind, _number, _content),
    };

    public static bool operator ==(Value one, Value other) => one.Equals(other);

    public static bool operator !=(Value one, Value other) => !one.Equals(other);

    /// <summary>Never the answer: this text reaches logs.</summary>
    public override string ToString() => Kind.ToString();

    private InvalidOperationException Not(ValueKind kind) => new($"A value of kind {Kind} is no {kind}");
}
