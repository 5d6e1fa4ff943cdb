using System.Text;

namespace Granary.Surveys.Xlsform;

/// <summary>An expression of XLSForm that has no counterpart here. Stays inside this folder.</summary>
internal sealed class XPathException(string message) : Exception(message);

/// <summary>
/// Turns XLSForm's expressions (a part of XPath, with ${name} and . for the question itself) into SurveyJS's. What has no counterpart is said,
/// not guessed.
/// </summary>
/// <param name="name">What a ${name} is called here.</param>
/// <param name="self">What . is called here; null where it means nothing.</param>
internal sealed class XPath(string text, Func<string, string> name, string? self, SurveyLimits limits)
{
    // From loose to tight, with what each is called in SurveyJS.
    private static readonly (string Theirs, string Ours)[][] Levels =
    [
        [("or", "or")],
        [("and", "and")],
        [("!=", "<>"), ("<=", "<="), (">=", ">="), ("=", "="), ("<", "<"), (">", ">")],
        [("+", "+"), ("-", "-")],
        [("*", "*"), ("div", "/"), ("mod", "%")],
    ];

    private int _at;
    private int _depth;

    /// <exception cref="XPathException">It has no counterpart; the message says what has none.</exception>
    public string Turned()
    {
        var turned = Level(0);
        Blanks();
        return _at == text.Length ? turned : throw new XPathException($"'{text[_at..]}' is not understood");
    }

    private string Level(int level)
    {
        if (level == Levels.Length)
        {
            return One();
        }

        var left = Level(level + 1);
        while (true)
        {
            Blanks();
            var (theirs, ours) = Levels[level].FirstOrDefault(o => Takes(o.Theirs));
            if (theirs is null)
            {
                return left;
            }

            var right = Level(level + 1);
            left = (theirs, right) switch
            {
                ("=", "''") => $"{left} empty",
                ("!=", "''") => $"{left} notempty",
                _ => $"{left} {ours} {right}",
            };
        }
    }

    private string One()
    {
        Blanks();
        if (_at == text.Length)
        {
            throw new XPathException("it ends too early");
        }

        var c = text[_at];
        if (text.AsSpan(_at).StartsWith("${"))
        {
            var end = text.IndexOf('}', _at);
            var named = end < 0 ? throw new XPathException("a name has no end") : text[(_at + 2)..end].Trim();
            _at = end + 1;
            return $"{{{name(named)}}}";
        }

        if (c == '(')
        {
            _at++;
            var inside = Deeper();
            Needs(')');
            return $"({inside})";
        }

        if (c is '\'' or '"' or '‘' or '’' or '“' or '”')
        {
            return $"'{Quoted().Replace("'", "\\'", StringComparison.Ordinal)}'";
        }

        if (char.IsAsciiDigit(c) || (c is '-' or '.' && _at + 1 < text.Length && char.IsAsciiDigit(text[_at + 1])))
        {
            var start = _at++;
            Skip(x => char.IsAsciiDigit(x) || x == '.');
            return text[start..].StartsWith('.') ? "0" + text[start.._at] : text[start.._at];
        }

        if (c == '.')
        {
            _at++;
            return self is null ? throw new XPathException("'.' means nothing here") : $"{{{self}}}";
        }

        return char.IsAsciiLetter(c) ? Called() : throw new XPathException($"'{c}' is not understood");
    }

    private string Called()
    {
        var start = _at;
        Skip(x => char.IsAsciiLetterOrDigit(x) || x is '-' or '_' or ':');
        var function = text[start.._at];
        Blanks();
        if (_at == text.Length || text[_at] != '(')
        {
            throw new XPathException($"'{function}' is a path, and answers have names here");
        }

        _at++;
        var given = new List<string>();
        Blanks();
        while (_at < text.Length && text[_at] != ')')
        {
            given.Add(Deeper());
            Blanks();
            _at += _at < text.Length && text[_at] == ',' ? 1 : 0;
        }

        Needs(')');
        return (function, given) switch
        {
            ("selected", [var whole, var one]) => $"({whole} contains {one})",
            ("not", [var what]) => $"!({what})",
            ("true", []) => "true",
            ("false", []) => "false",
            ("today", []) => "today()",
            ("now", []) => "currentDate()",
            ("if", [var when, var then, var otherwise]) => $"iif({when}, {then}, {otherwise})",
            ("coalesce", [var first, var second]) => $"iif({first} notempty, {first}, {second})",
            ("round", [var number, var digits]) => $"round({number}, {digits})",
            ("round", [var number]) => $"round({number})",
            ("int", [var number]) => $"trunc({number})",
            ("number" or "string" or "date", [var value]) => value,
            ("min" or "max", [_, ..]) => $"{function}({string.Join(", ", given)})",
            ("pow", [var number, var power]) => $"({number} ^ {power})",
            ("concat", [_, ..]) => $"({string.Join(" + ", given.Prepend("''"))})",
            ("count-selected" or "string-length" or "count", [var counted]) when counted.StartsWith('{') && counted.EndsWith('}') => $"{counted[..^1]}.length}}",
            ("sum", [var summed]) when summed.StartsWith('{') && summed.LastIndexOf('.') is > 0 and var dot => $"sumInArray({summed[..dot]}}}, '{summed[(dot + 1)..^1]}')",
            _ => throw new XPathException($"there is no {function}() here"),
        };
    }

    /// <summary>Spreadsheets turn quotes into curly ones.</summary>
    private string Quoted()
    {
        var ends = text[_at++] is '"' or '“' or '”' ? "\"“”" : "'‘’";
        var content = new StringBuilder();
        for (; _at < text.Length && !ends.Contains(text[_at]); _at++)
        {
            content.Append(text[_at]);
        }

        _at += _at < text.Length ? 1 : throw new XPathException("a text has no end");
        return content.ToString();
    }

    private string Deeper()
    {
        if (++_depth > limits.ExpressionDepth)
        {
            throw new XPathException("it is too deep");
        }

        var inside = Level(0);
        _depth--;
        return inside;
    }

    private bool Takes(string sign)
    {
        var found = text.AsSpan(_at).StartsWith(sign) && !(char.IsAsciiLetter(sign[0]) && _at + sign.Length < text.Length && (char.IsAsciiLetterOrDigit(text[_at + sign.Length]) || text[_at + sign.Length] is '-' or '_'));
        _at += found ? sign.Length : 0;
        return found;
    }

    private void Needs(char sign)
    {
        Blanks();
        _at += _at < text.Length && text[_at] == sign ? 1 : throw new XPathException($"'{sign}' is missing");
    }

    private void Blanks() => Skip(char.IsWhiteSpace);

    private void Skip(Predicate<char> what)
    {
        while (_at < text.Length && what(text[_at]))
        {
            _at++;
        }
    }
}
