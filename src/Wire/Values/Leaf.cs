namespace Granary.Wire.Values;

/// <summary>What the file says once about a neutral field, wherever it stands.</summary>
/// <param name="Label">What people call it; the subject of fault texts.</param>
/// <param name="Unknown">The wire's text for "not known": neither a value nor an error.</param>
/// <param name="Max">Bytes on the wire, where the format itself does not bound it.</param>
/// <param name="Whole">Never cut: a document number, a key.</param>
internal sealed record FieldRule(string Name, string Label, Form Form, CodeTable? Codes, string? Unknown, int Max, bool Whole);

/// <summary>One place on the wire and the value that stands there: a neutral field, or a constant.</summary>
internal sealed class Leaf
{
    public const int NoMax = int.MaxValue;

    /// <summary>The neutral field; "" for a constant or a mark.</summary>
    public string Field { get; init; } = "";

    public string? Constant { get; init; }

    /// <summary>What stands in the first and in the further entries of a group (a primary document); null where this is no mark.</summary>
    public (string First, string Further)? Mark { get; init; }

    public Form Form { get; init; } = Form.Text;

    public CodeTable? Codes { get; init; }

    public string? Unknown { get; init; }

    public string Label { get; init; } = "";

    /// <summary>Optional: not written where it is empty, absent where it is not there.</summary>
    public bool Optional { get; init; }

    /// <summary>Written as null where there is none: the format can withdraw.</summary>
    public bool Nullable { get; init; }

    public bool Whole { get; init; }

    /// <summary>Bytes that the place has.</summary>
    public int Max { get; set; } = NoMax;

    /// <summary>What the system calls the place.</summary>
    public string Place { get; set; } = "";

    public bool IsPiece => Form.IsPiece;

    /// <summary>Wire → neutral. Null with a complaint where the text is wrong.</summary>
    public string? Read(ReadOnlySpan<char> text, out FaultText complaint)
    {
        complaint = default;
        if (text.Length == 0 || (Unknown is not null && text.SequenceEqual(Unknown)))
        {
            return "";
        }

        if (Codes is not null)
        {
            if (Codes.TryRead(text, out var code))
            {
                return code;
            }

            complaint = FaultText.Code;
            return null;
        }

        var neutral = Form.Read(text);
        complaint = neutral is null ? Form.Complaint : default;
        return neutral;
    }

    /// <summary>Neutral → wire. Null where the place cannot carry it.</summary>
    public string? Write(string neutral)
    {
        if (neutral.Length == 0)
        {
            return Unknown ?? "";
        }

        if (Codes is not null)
        {
            return Codes.TryWrite(neutral, out var code) ? code : null;
        }

        return Form.Write(neutral);
    }

    /// <summary>What stands at this place for these fields: null where nothing does, which <paramref name="isNull"/> tells from a null of the wire.</summary>
    public string? WriteFrom(Fields fields, bool first, out bool isNull)
    {
        isNull = false;
        if (Constant is not null)
        {
            return Constant;
        }

        if (Mark is { } mark)
        {
            return first ? mark.First : mark.Further;
        }

        if (!fields.TryGetValue(Field, out var value))
        {
            return null;
        }

        if (value is null)
        {
            isNull = true;
            return null;
        }

        if (value.Length == 0 && Optional)
        {
            return null;
        }

        return Write(value) ?? throw new WireException(Place.Length > 0 ? Place : Field, "the value has no form on the wire");
    }
}
