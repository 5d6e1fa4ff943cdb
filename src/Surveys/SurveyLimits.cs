namespace Granary.Surveys;

/// <summary>Every bound of the questionnaire engine, with its default and where that comes from.</summary>
public sealed class SurveyLimits
{
    /// <summary>A questionnaire's JSON in characters: a thousand questions in two languages take about half of it.</summary>
    public int DocumentCharacters { get; init; } = 1_000_000;

    /// <summary>Objects and arrays inside each other. A choice of a question in a group in a panel on a page takes 12.</summary>
    public int DocumentDepth { get; init; } = 32;

    /// <summary>Panels and repeated groups inside each other; nobody finds the way through more.</summary>
    public int ElementDepth { get; init; } = 8;

    /// <summary>Pages, panels and questions of one questionnaire; the longest credit investigations have some 300.</summary>
    public int Elements { get; init; } = 1_000;

    /// <summary>Choices, rows or columns of one question: the villages of a county.</summary>
    public int Items { get; init; } = 500;

    /// <summary>Groups of a repeated question, rows of a repeated table: far beyond any household.</summary>
    public int Repeats { get; init; } = 100;

    /// <summary>Quotas of one questionnaire; all of them are looked at with every page that is sent. Sex by six ages by five counties takes 60.</summary>
    public int Quotas { get; init; } = 100;

    /// <summary>Findings that an import lists; who has more has another format at hand.</summary>
    public int Findings { get; init; } = 500;

    /// <summary>One expression. A condition that nobody can read cannot be checked either.</summary>
    public int ExpressionCharacters { get; init; } = 4_000;

    /// <summary>Brackets and functions inside each other. Parser and evaluator use the stack, which has room for some thousands.</summary>
    public int ExpressionDepth { get; init; } = 100;

    /// <summary>Operators of one kind behind each other, which the evaluator goes down too: the sum over a long table.</summary>
    public int ExpressionOperators { get; init; } = 300;

    /// <summary>
    /// Steps that one evaluation of a set of answers may take, over all its expressions. A thousand conditions of twenty steps take 20,000;
    /// filters inside filters over repeated groups can ask for any number, and end here after some tenths of a second.
    /// </summary>
    public int EvaluationSteps { get; init; } = 2_000_000;

    /// <summary>
    /// Elements that one evaluation looks at, those of every group counted anew: all of the longest questionnaire a hundred times over, and
    /// some 100 MB. A million characters of answers have room for many more groups than anybody has.
    /// </summary>
    public int States { get; init; } = 100_000;

    /// <summary>How often calculated values are worked out anew until none changes: the longest chain of values that use each other.</summary>
    public int CalculationRounds { get; init; } = 50;

    /// <summary>A set of answers in characters, pictures not counted: they are kept beside it.</summary>
    public int AnswerCharacters { get; init; } = 1_000_000;

    /// <summary>Objects and arrays of answers inside each other: a group in a group in a group.</summary>
    public int AnswerDepth { get; init; } = 16;

    /// <summary>One text that somebody types: some ten pages.</summary>
    public int TextCharacters { get; init; } = 20_000;

    /// <summary>A pattern in a validator.</summary>
    public int PatternCharacters { get; init; } = 500;

    /// <summary>How long one pattern may look at one text. Patterns that go back and forth can take for ever.</summary>
    public TimeSpan PatternTime { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Characters in one part of a workbook, unpacked: a form of a thousand lines with all its texts takes a tenth.</summary>
    public int SheetCharacters { get; init; } = 10_000_000;

    /// <summary>Lines of one sheet of a workbook: questions, or choices of all questions together.</summary>
    public int SheetLines { get; init; } = 10_000;

    /// <summary>Combinations of answers that the check for dead ends tries for one condition; beyond it is not decided.</summary>
    public int Combinations { get; init; } = 5_000;
}
