using System.Globalization;

namespace Granary.Wire.Values;

/// <summary>How a value is written on the wire. Text is as it stands; the others are checked and brought to the neutral form.</summary>
internal abstract class Form
{
    public static readonly Form Text = new TextForm();

    /// <summary>What is wrong with a text that <see cref="Read"/> gives null for.</summary>
    public abstract FaultText Complaint { get; }

    /// <summary>The date or the time alone: two such places of one field make one value.</summary>
    public bool IsPiece => this is PatternForm { Pattern: var pattern } && pattern.HasDate != pattern.HasTime;

    /// <summary>Characters that the form always has, or null where it varies.</summary>
    public int? Width => this is PatternForm { Pattern: var pattern } ? pattern.Length : null;

    /// <summary>"text", "digits", "date yyyyMMdd", "time HHmmss", "datetime yyyyMMddHHmmss", "datetime iso"; null where it is none of these.</summary>
    public static Form? Parse(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var kind = space < 0 ? text : text[..space];
        var pattern = space < 0 ? "" : text[(space + 1)..].Trim();
        if (pattern.Length == 0)
        {
            return kind switch { "text" => Text, "digits" => new DigitsForm(), _ => null };
        }

        if (kind == "datetime" && pattern == "iso")
        {
            return new OffsetForm();
        }

        return TimePattern.Create(pattern) is { } time && kind == (time.HasDate ? time.HasTime ? "datetime" : "date" : "time") ? new PatternForm(time) : null;
    }

    /// <summary>Wire → neutral; null where the text is not of this form.</summary>
    public abstract string? Read(ReadOnlySpan<char> text);

    /// <summary>Neutral → wire; null where the form cannot carry it.</summary>
    public abstract string? Write(string neutral);

    private sealed class TextForm : Form
    {
        public override FaultText Complaint => FaultText.Form;

        public override string Read(ReadOnlySpan<char> text) => new(text);

        public override string Write(string neutral) => neutral;
    }

    private sealed class DigitsForm : Form
    {
        public override FaultText Complaint => FaultText.Digits;

        public override string? Read(ReadOnlySpan<char> text) => text.ContainsAnyExceptInRange('0', '9') ? null : new(text);

        public override string? Write(string neutral) => neutral.AsSpan().ContainsAnyExceptInRange('0', '9') ? null : neutral;
    }

    private sealed class PatternForm(TimePattern pattern) : Form
    {
        public TimePattern Pattern => pattern;

        public override FaultText Complaint => pattern.HasTime ? FaultText.Time : FaultText.Date;

        public override string? Read(ReadOnlySpan<char> text) => pattern.Read(text);

        public override string? Write(string neutral) => pattern.Write(neutral);
    }

    /// <summary>ISO 8601 with an offset. Neutral is Beijing time with as many decimals as the wire has; written back with +08:00.</summary>
    private sealed class OffsetForm : Form
    {
        private const string Beijing = "+08:00";

        public override FaultText Complaint => FaultText.Time;

        public override string? Read(ReadOnlySpan<char> text)
        {
            var zone = text.Length > 19 ? text[19..].IndexOfAny('+', '-', 'Z') : -1;
            if (zone < 0 || text[10] != 'T' || text[4] != '-')
            {
                return null;
            }

            var local = text[..(19 + zone)];
            if (!NeutralTime.TryParse(local, out _))
            {
                return null;
            }

            if (text[local.Length..].SequenceEqual(Beijing))
            {
                return new string(local);
            }

            if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) || time.UtcTicks > DateTime.MaxValue.Ticks - BankTime.Offset.Ticks)
            {
                return null;
            }

            // Decimals as on the wire: an offset of whole minutes does not touch them.
            return time.ToOffset(BankTime.Offset).ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture) + new string(local[19..]);
        }

        public override string? Write(string neutral) =>
            NeutralTime.TryParse(neutral, out var time) && time.Year > 0 && time.Hour >= 0 ? neutral + Beijing : null;
    }
}
