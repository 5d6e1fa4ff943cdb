using System.Collections.Immutable;

namespace Granary.Surveys;

/// <summary>What an answer does not satisfy.</summary>
/// <param name="Code">required, numeric, too-long …; docs/surveys.md lists them.</param>
/// <param name="Bound">What would be enough, or too much, where the code speaks of a bound.</param>
/// <param name="Text">The author's own words in the language asked for; null where there are none.</param>
public sealed record AnswerError(string Code, string? Bound = null, string? Text = null);

/// <summary>What becomes of an element under a set of answers.</summary>
public sealed record ElementState
{
    public required Element Element { get; init; }

    /// <summary>Of the answer: income, family[0].age, limits.least. "" for what has no name.</summary>
    public required string Path { get; init; }

    /// <summary>One sees it: itself, what it is on, and of a panel or page something on it.</summary>
    public bool IsVisible { get; init; }

    public bool IsEnabled { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>In the language asked for, with answers in place of their names; a question without one has its name.</summary>
    public required string Title { get; init; }

    public string Description { get; init; } = "";

    /// <summary>The answer, or what was calculated.</summary>
    public Value Value { get; init; }

    /// <summary>Of what one sees and can change.</summary>
    public ImmutableArray<AnswerError> Errors { get; init; } = [];

    /// <summary>On a panel or page; the texts of a question of several.</summary>
    public ImmutableArray<ElementState> Elements { get; init; } = [];

    /// <summary>Of a repeated question, one after the other.</summary>
    public ImmutableArray<GroupState> Groups { get; init; } = [];

    /// <summary>This and all inside it.</summary>
    public IEnumerable<ElementState> All => Elements.Concat(Groups.SelectMany(g => g.Elements)).SelectMany(e => e.All).Prepend(this);
}

/// <param name="Title">Of a group; "" where it has none.</param>
public sealed record GroupState(string Title, ImmutableArray<ElementState> Elements);
