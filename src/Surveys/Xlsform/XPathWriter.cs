using Granary.Surveys.Expressions;

namespace Granary.Surveys.Xlsform;

/// <summary>Turns our expressions into XLSForm's. What has no counterpart there is said, not guessed.</summary>
/// <param name="named">The ${name} of one of our names.</param>
/// <param name="find">The question that a name stands for; null where it is none.</param>
/// <param name="self">The question of which a constraint is: "." there.</param>
internal sealed class XPathWriter(Func<string, string> named, Func<string, Question?> find, string? self = null)
{
    /// <exception cref="XPathException">It has no counterpart; the message says what has none.</exception>
    public string Written(Node node) => node switch
    {
        Constant constant => Literal(constant.Value),
        Name name => Named(name.Text),
        Not not => $"not({Written(not.Of)})",
        IsEmpty empty => $"({Written(empty.Of)} {(empty.Wanted ? "=" : "!=")} '')",
        Binary binary => Binary(binary),
        Call call => Called(call),
        _ => throw new XPathException("a list stands alone"),
    };

    private static string Literal(Value value) => value.Kind switch
    {
        ValueKind.Empty => "''",
        ValueKind.Boolean => value.IsTrue ? "true()" : "false()",
        ValueKind.Number => NumberText.Write(value.Number),
        ValueKind.Text when value.Text.AsSpan().IndexOfAny("'‘’") < 0 => $"'{value.Text}'",
        ValueKind.Text when value.Text.AsSpan().IndexOfAny("\"“”") < 0 => $"\"{value.Text}\"",
        _ => throw new XPathException("a text has quotes of both kinds"),
    };

    private string Named(string name)
    {
        if (self is not null && (name == self || name == $"panel.{self}" || name == $"row.{self}"))
        {
            return ".";
        }

        if (!name.EndsWith(".length", StringComparison.Ordinal))
        {
            return $"${{{named(name)}}}";
        }

        var whole = name[..^7];
        var counted = find(whole) switch { RepeatedQuestion => "count", ChoiceQuestion { IsSeveral: true } => "count-selected", TextQuestion => "string-length", _ => throw new XPathException($"'{name}' counts nothing that it counts") };
        return $"{counted}({Named(whole)})";
    }

    private string Binary(Binary binary)
    {
        switch (binary.Operator)
        {
            case Operator.Contains or Operator.AllOf or Operator.AnyOf:
                return Chosen(binary);
            case Operator.NotContains or Operator.NoneOf:
                return $"not({Chosen(binary)})";
            case Operator.Power:
                return $"pow({Written(binary.Left)}, {Written(binary.Right)})";
            case Operator.Add when binary.Left is Constant { Value.Kind: ValueKind.Text } || binary.Right is Constant { Value.Kind: ValueKind.Text }:
                return $"concat({Written(binary.Left)}, {Written(binary.Right)})";
            case Operator.Equal or Operator.NotEqual when binary.Right is Items || binary.Left is Items:
                throw new XPathException("a list is compared");
        }

        var sign = binary.Operator switch
        {
            Operator.Or => "or", Operator.And => "and", Operator.Equal => "=", Operator.NotEqual => "!=", Operator.Less => "<", Operator.LessOrEqual => "<=", Operator.Greater => ">",
            Operator.GreaterOrEqual => ">=", Operator.Add => "+", Operator.Subtract => "-", Operator.Multiply => "*", Operator.Divide => "div", _ => "mod",
        };
        return $"({Written(binary.Left)} {sign} {Written(binary.Right)})";
    }

    /// <summary>Whether one, any or all of some values are chosen.</summary>
    private string Chosen(Binary binary)
    {
        if (binary.Left is not Name { Text: var name } || find(name) is not ChoiceQuestion question || (binary.Operator == Operator.Contains && !question.IsSeveral))
        {
            throw new XPathException("only what is chosen can be looked for in XLSForm");
        }

        var values = binary.Right switch { Items items => [.. items.Of], var one => new List<Node> { one } };
        if (values.Count == 0 || values.Any(v => v is not Constant))
        {
            throw new XPathException("what is looked for is no value");
        }

        var joint = binary.Operator is Operator.AnyOf or Operator.NoneOf ? " or " : " and ";
        return $"({string.Join(joint, values.Select(v => question.IsSeveral ? $"selected({Named(name)}, {Written(v)})" : $"{Named(name)} = {Written(v)}"))})";
    }

    private string Called(Call call)
    {
        string At(int i) => Written(call.Arguments[i]);
        return (call.Function.Name, call.Arguments.Length) switch
        {
            ("iif", 3) => $"if({At(0)}, {At(1)}, {At(2)})",
            ("today", 0) => "today()",
            ("currentDate", 0) => "now()",
            ("round", 1) => $"round({At(0)})",
            ("round", 2) => $"round({At(0)}, {At(1)})",
            ("trunc", 1) => $"int({At(0)})",
            ("min" or "max", > 0) => $"{call.Function.Name}({string.Join(", ", call.Arguments.Select(Written))})",
            ("sumInArray", 2) when call.Arguments is [Name list, Constant { Value: { Kind: ValueKind.Text, Text: var field } }] && find(list.Text) is RepeatedQuestion => $"sum(${{{named($"{list.Text}.{field}")}}})",
            _ => throw new XPathException($"XLSForm has no {call.Function.Name}()"),
        };
    }
}
