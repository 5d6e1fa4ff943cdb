using System.Collections.Immutable;

namespace Granary.Surveys;

/// <summary>Whatever stands on a page.</summary>
public abstract record Element
{
    /// <summary>Under which the answer is kept and which expressions use. "" for a panel or a text that has none.</summary>
    public required string Name { get; init; }

    /// <summary>Where it is in the document: pages[0].elements[2].</summary>
    public required string Path { get; init; }

    /// <summary>Which question or block of the bank it was taken from, and in which version, "12@3" (our own property "bank"); "" for none.</summary>
    public string Bank { get; init; } = "";

    public LocalText? Title { get; init; }

    public LocalText? Description { get; init; }

    /// <summary>False hides it whatever the condition says.</summary>
    public bool IsVisible { get; init; } = true;

    public bool IsReadOnly { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>What is said in place of "must be answered".</summary>
    public LocalText? RequiredText { get; init; }

    public Expression? VisibleIf { get; init; }

    public Expression? EnableIf { get; init; }

    public Expression? RequiredIf { get; init; }

    /// <summary>Elements on this one, not the template of a repeated one.</summary>
    public virtual ImmutableArray<Element> Elements => [];
}

/// <summary>Elements that are shown and hidden together. One that is required needs an answer to any of its questions.</summary>
public record Panel : Element
{
    public required ImmutableArray<Element> Content { get; init; }

    public override ImmutableArray<Element> Elements => Content;
}

public sealed record Page : Panel;

/// <summary>A text to read, which nobody answers. Whoever shows it decides which markup it may hold.</summary>
public sealed record Html : Element
{
    public required LocalText Content { get; init; }
}

/// <summary>What a question may be answered with.</summary>
/// <param name="Score">What it counts; null where it says nothing.</param>
public sealed record Choice(Value Value, LocalText? Text, double? Score);
