using System.Globalization;

namespace Granary.Wire.Values;

/// <summary>How a value is written on the wire. Text is as it stands; the others are checked and brought to the neutral form.</summary>
internal abstract class Form
{
    public static readonly Form Text = new TextForm();

    // Beyond 18 digits there is no money; a rate has six decimals at most.
    private const int MostDigits = 19;
    private const int MostDecimals = 6;

    /// <summary>What is wrong with a text that <see cref="Read"/> gives null for.</summary>
    public abstract FaultText Complaint { get; }

    /// <summary>The date or the time alone: two such places of one field make one value.</summary>
    public bool IsPiece => this is PatternForm { Pattern: var pattern } && pattern.HasDate != pattern.HasTime;

    /// <summary>Characters that the form always has, or null where it varies.</summary>
    public int? Width => this is PatternForm { Pattern: var pattern } ? pattern.Length : null;

    /// <summary>"text", "digits", "amount" (1234.5), "amount 2" (two decimals that are not written: 123450), "date yyyyMMdd", "time HHmmss", "datetime yyyyMMddHHmmss", "datetime iso"; null where it is none of these.</summary>
    public static Form? Parse(string text)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        var kind = space < 0 ? text : text[..space];
        var pattern = space < 0 ? "" : text[(space + 1)..].Trim();
        if (pattern.Length == 0)
        {
            return kind switch { "text" => Text, "digits" => new DigitsForm(), "amount" => new AmountForm(0), _ => null };
        }

        if (kind == "amount" && int.TryParse(pattern, NumberStyles.None, CultureInfo.InvariantCulture, out var decimals) && decimals is > 0 and <= MostDecimals)
        {
            return new AmountForm(decimals);
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

    /// <summary>A number of money or percent, with or without a sign before it. Neutral is the plain decimal, as 1234.50 and -0.5.</summary>
    /// <param name="implied">Decimals that the wire does not write a point before; 0 where it writes one.</param>
    private sealed class AmountForm(int implied) : Form
    {
        public override FaultText Complaint => FaultText.Digits;

        public override string? Read(ReadOnlySpan<char> text)
        {
            text = text.Trim();
            var sign = text.Length > 0 && text[0] is '-' or '+' ? text[0] : ' ';
            var digits = sign == ' ' ? text : text[1..];
            if (digits.Length is 0 or > MostDigits || (implied > 0 ? digits.ContainsAnyExceptInRange('0', '9') : digits.ContainsAnyExcept("0123456789.")))
            {
                return null;
            }

            var written = implied == 0 ? new string(digits) : new string(digits).PadLeft(implied + 1, '0').Insert(Math.Max(digits.Length, implied + 1) - implied, ".");
            return decimal.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                ? (sign == '-' ? -number : number).ToString(CultureInfo.InvariantCulture)
                : null;
        }

        public override string? Write(string neutral)
        {
            if (!decimal.TryParse(neutral, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            {
                return null;
            }

            if (implied == 0)
            {
                return number.ToString(CultureInfo.InvariantCulture);
            }

            var whole = number;
            for (var i = 0; i < implied; i++)
            {
                whole *= 10;
            }

            return decimal.Truncate(whole) == whole ? whole.ToString("0", CultureInfo.InvariantCulture) : null;
        }
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
