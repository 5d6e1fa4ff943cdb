using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Granary.Surveys.Expressions;

/// <summary>The text is no expression. Stays inside <see cref="Expression.Read"/>.</summary>
internal sealed class ParserException(string message) : Exception(message);

/// <summary>
/// Reads an expression by recursive descent. From loose to tight: or; and; comparisons, from left to right; + -; * / %; ^, also from left to
/// right; contains, anyof, empty and their like; !. So "2 + {a} empty" adds 2 to a truth, as it does in survey-core.
/// </summary>
internal sealed class Parser(string text, SurveyLimits limits)
{
    // Longer signs before those that they begin with.
    private static readonly Dictionary<string, Operator>[] Levels =
    [
        new() { ["or"] = Operator.Or, ["||"] = Operator.Or },
        new() { ["and"] = Operator.And, ["&&"] = Operator.And },
        new()
        {
            ["<="] = Operator.LessOrEqual, [">="] = Operator.GreaterOrEqual, ["=="] = Operator.Equal, ["!="] = Operator.NotEqual, ["<>"] = Operator.NotEqual,
            ["="] = Operator.Equal, ["<"] = Operator.Less, [">"] = Operator.Greater,
            ["equal"] = Operator.Equal, ["equals"] = Operator.Equal, ["notequal"] = Operator.NotEqual, ["notequals"] = Operator.NotEqual,
            ["greater"] = Operator.Greater, ["less"] = Operator.Less, ["greaterorequal"] = Operator.GreaterOrEqual, ["lessorequal"] = Operator.LessOrEqual,
        },
        new() { ["+"] = Operator.Add, ["-"] = Operator.Subtract },
        new() { ["*"] = Operator.Multiply, ["/"] = Operator.Divide, ["%"] = Operator.Remainder },
        new() { ["^"] = Operator.Power, ["power"] = Operator.Power },
        new()
        {
            ["*="] = Operator.Contains, ["contains"] = Operator.Contains, ["contain"] = Operator.Contains,
            ["notcontains"] = Operator.NotContains, ["notcontain"] = Operator.NotContains,
            ["anyof"] = Operator.AnyOf, ["allof"] = Operator.AllOf, ["noneof"] = Operator.NoneOf,
        },
    ];

    private const int Tightest = 6;

    private int _at;
    private int _depth;

    public Node Read()
    {
        var node = Level(0);
        return _at == text.Length ? node : throw Wrong("something follows that does not belong here");
    }

    private Node Level(int level)
    {
        if (level > Tightest)
        {
            return Negated();
        }

        var left = Level(level + 1);
        for (var chain = 1; ; chain++)
        {
            Blanks();
            if (level == Tightest && Takes("empty"))
            {
                left = new IsEmpty(left, Wanted: true);
            }
            else if (level == Tightest && Takes("notempty"))
            {
                left = new IsEmpty(left, Wanted: false);
            }
            else if (OperatorOf(level) is { } found)
            {
                left = new Binary(found, left, Level(level + 1));
            }
            else
            {
                return left;
            }

            // Chains make a tree that is as deep as they are long, and it is worked out by recursion.
            if (chain > limits.ExpressionOperators)
            {
                throw Wrong($"more than {limits.ExpressionOperators} operators in a row");
            }
        }
    }

    private Operator? OperatorOf(int level)
    {
        foreach (var (sign, found) in Levels[level])
        {
            // "*" of multiplication is not that of "*=".
            if (!(sign == "*" && _at + 1 < text.Length && text[_at + 1] == '=') && Takes(sign))
            {
                return found;
            }
        }

        return null;
    }

    private Node Negated()
    {
        Blanks();
        if (!(At('!') && !(_at + 1 < text.Length && text[_at + 1] == '=')) && !Word("negate"))
        {
            return Atom();
        }

        _at += At('!') ? 1 : 6;
        return Deeper(() => new Not(Negated()));
    }

    private Node Atom()
    {
        Blanks();
        if (_at == text.Length)
        {
            throw Wrong("ends too early");
        }

        switch (text[_at])
        {
            case '(':
                _at++;
                var inside = Deeper(() => Level(0));
                Needs(')');
                return inside;
            case '[':
                _at++;
                return new Items(Listed(']'));
            case '{':
                return Named();
            case '\'' or '"':
                return new Constant(Value.Of(Quoted()));
            case '-' when _at + 1 < text.Length && char.IsAsciiDigit(text[_at + 1]):
                _at++;
                return new Constant(Value.Of(-Digits()));
            case >= '0' and <= '9':
                return new Constant(Value.Of(Digits()));
            case var c when IsLetter(c):
                return Bare();
            default:
                throw Wrong($"'{text[_at]}' does not belong here");
        }
    }

    private Name Named()
    {
        var end = text.AsSpan(_at + 1).IndexOfAny('{', '}');
        if (end < 1 || text[_at + 1 + end] == '{')
        {
            throw Wrong("a name is {name}");
        }

        var name = text.Substring(_at + 1, end);
        _at += end + 2;
        return new(name);
    }

    /// <summary>A backslash before a quote makes it part of the text; a quote of the other kind must have one too, as in survey-core.</summary>
    private string Quoted()
    {
        var quote = text[_at++];
        var content = new StringBuilder();
        for (; _at < text.Length && text[_at] != quote; _at++)
        {
            if (text[_at] == '\\' && _at + 1 < text.Length && text[_at + 1] is '\'' or '"')
            {
                _at++;
            }
            else if (text[_at] is '\'' or '"')
            {
                throw Wrong("a quote inside a text needs a backslash before it");
            }

            content.Append(text[_at]);
        }

        Needs(quote);
        return content.ToString();
    }

    private double Digits()
    {
        var start = _at;
        if (text.AsSpan(_at).StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            _at += 2;
            Skip(char.IsAsciiHexDigit);
        }
        else
        {
            Skip(char.IsAsciiDigit);
            if (At('.'))
            {
                _at++;
                Skip(char.IsAsciiDigit);
            }
        }

        var digits = text.AsSpan(start, _at - start);
        return NumberText.TryRead(digits.ToString(), out var number) || double.TryParse(digits, CultureInfo.InvariantCulture, out number) ? number : throw Wrong("no number");
    }

    /// <summary>A truth, nothing, a function, or a text that somebody left without quotes.</summary>
    private Node Bare()
    {
        var start = _at;
        Skip(c => IsLetter(c) || char.IsAsciiDigit(c));
        var word = text[start.._at];
        if (At('('))
        {
            _at++;
            var function = Function.Find(word) ?? throw Wrong($"there is no function {word}", start);
            return Deeper(() => new Call(function, Filtered(function, Listed(')'))));
        }

        return new Constant(word.ToLowerInvariant() switch
        {
            "true" => Value.True,
            "false" => Value.False,
            _ => word is "null" or "undefined" ? Value.Empty : Value.Of(word),
        });
    }

    /// <summary>sumInArray({list}, 'field', '{age} > 17') has its filter as a text.</summary>
    private ImmutableArray<Node> Filtered(Function function, ImmutableArray<Node> arguments) =>
        function.FilterAt is { } at && arguments.Length > at && arguments[at] is Constant { Value: { Kind: ValueKind.Text } filter } && filter.Text.Contains('{')
            ? arguments.SetItem(at, new Parser(filter.Text, limits) { _depth = _depth }.Read())
            : arguments;

    private ImmutableArray<Node> Listed(char end)
    {
        var items = ImmutableArray.CreateBuilder<Node>();
        Blanks();
        if (!At(end))
        {
            do
            {
                items.Add(Deeper(() => Level(0)));
            }
            while (Takes(","));
        }

        Needs(end);
        return items.ToImmutable();
    }

    private T Deeper<T>(Func<T> read)
    {
        if (++_depth > limits.ExpressionDepth)
        {
            throw Wrong($"more than {limits.ExpressionDepth} levels inside each other");
        }

        var node = read();
        _depth--;
        return node;
    }

    private bool Takes(string sign)
    {
        Blanks();
        var found = IsLetter(sign[0]) ? Word(sign) : text.AsSpan(_at).StartsWith(sign);
        _at += found ? sign.Length : 0;
        return found;
    }

    private bool Word(string word) =>
        text.AsSpan(_at).StartsWith(word, StringComparison.OrdinalIgnoreCase)
        && !(_at + word.Length < text.Length && (IsLetter(text[_at + word.Length]) || char.IsAsciiDigit(text[_at + word.Length])));

    private void Needs(char sign)
    {
        Blanks();
        _at += At(sign) ? 1 : throw Wrong($"'{sign}' is missing");
    }

    private bool At(char sign) => _at < text.Length && text[_at] == sign;

    private void Blanks() => Skip(c => c is ' ' or '\t' or '\r' or '\n');

    private void Skip(Predicate<char> what)
    {
        while (_at < text.Length && what(text[_at]))
        {
            _at++;
        }
    }

    private static bool IsLetter(char c) => char.IsAsciiLetter(c) || c == '_';

    private ParserException Wrong(string what, int? at = null) => new($"{what} (after {at ?? _at} characters)");
}
