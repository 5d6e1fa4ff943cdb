using System.Text.Json;
using Granary.Kernel;
using Granary.Surveys;

namespace Granary.Ocrm.Analysis;

/// <summary>A finished response as the table has it.</summary>
/// <param name="Origin">By <see cref="OriginField"/>.</param>
/// <param name="At">When it was completed, in milliseconds since 1970 UTC.</param>
internal sealed record FinishedResponse(long Id, long Party, string[] Origin, double Score, long At, string Answers);

/// <summary>Makes columns of responses. Pure.</summary>
internal static class PackBlock
{
    /// <param name="responses">In the order of ids, all of one block.</param>
    public static AnswerBlock Of(IReadOnlyList<Dimension> dimensions, IReadOnlyList<FinishedResponse> responses)
    {
        var fields = Fields(dimensions, responses.Count);
        for (var row = 0; row < responses.Count; row++)
        {
            using var answers = JsonDocument.Parse(responses[row].Answers);
            foreach (var answer in answers.RootElement.EnumerateObject())
            {
                if (fields.TryGetValue(answer.Name, out var field))
                {
                    field.Put(row, answer.Value);
                }
            }
        }

        return new AnswerBlock
        {
            Ids = [.. responses.Select(r => (ushort)(r.Id & (AnswerBlock.Rows - 1)))],
            Parties = responses.Any(r => r.Party != 0) ? [.. responses.Select(r => r.Party)] : [],
            Days = [.. responses.Select(r => BankTime.Day(r.At).DayNumber - Epoch)],
            Scores = [.. responses.Select(r => r.Score)],
            Origins = [.. Enum.GetValues<OriginField>().Select(field => TextColumn.Of([.. responses.Select(r => r.Origin[(int)field])]))],
            Columns = [.. dimensions.Select(d => fields[d.Question.Name].Columns[d.Key])],
        };
    }

    /// <summary>1970-01-01 as days are counted.</summary>
    public static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    private static Dictionary<string, Field> Fields(IReadOnlyList<Dimension> dimensions, int rows) =>
        dimensions.GroupBy(d => d.Question.Name).ToDictionary(g => g.Key, g => new Field([.. g], rows), StringComparer.Ordinal);

    /// <summary>One question with its columns.</summary>
    private sealed class Field
    {
        private readonly Dictionary<string, (Array Column, Dictionary<string, int> Codes)> _parts;
        private readonly Question _question;

        public Field(IReadOnlyList<Dimension> dimensions, int rows)
        {
            _question = dimensions[0].Question;
            Columns = dimensions.ToDictionary(d => d.Key, d => Empty(d, rows), StringComparer.Ordinal);
            _parts = dimensions.ToDictionary(d => d.Row, d => (Columns[d.Key], d.Values.Select((v, i) => (v, i)).ToDictionary(v => v.v, v => v.i + 1, StringComparer.OrdinalIgnoreCase)), StringComparer.OrdinalIgnoreCase);
        }

        public Dictionary<string, Array> Columns { get; }

        public void Put(int row, JsonElement json)
        {
            var value = ValueJson.Read(json);
            if (value.IsEmpty)
            {
                return;
            }

            switch (_question)
            {
                case ChoiceQuestion { IsRanking: true }:
                    var place = 0;
                    foreach (var choice in value.Kind == ValueKind.List ? value.List : [])
                    {
                        place++;
                        Code(row, Dimension.TextOf(choice), place);
                    }

                    break;
                case MatrixQuestion when value.Kind == ValueKind.Map:
                    foreach (var (part, chosen) in value.Map.Where(p => !p.Value.IsEmpty))
                    {
                        Code(row, part.Trim(), Dimension.TextOf(chosen));
                    }

                    break;
                case ChoiceQuestion { IsSeveral: true }:
                    var (bits, codes) = _parts[""];
                    Set((ulong[])bits, 0, row);
                    foreach (var chosen in value.Kind == ValueKind.List ? value.List : [value])
                    {
                        Set((ulong[])bits, codes.GetValueOrDefault(Dimension.TextOf(chosen), codes.Count + 1), row);
                    }

                    break;
                case RepeatedQuestion:
                    Code(row, "", value.Kind == ValueKind.List ? value.List.Length.ToString(System.Globalization.CultureInfo.InvariantCulture) : "");
                    break;
                case ChoiceQuestion or RatingQuestion or BooleanQuestion or MatrixQuestion:
                    Code(row, "", Dimension.TextOf(value));
                    break;
                default:
                    if (_parts[""].Column is double[] numbers)
                    {
                        numbers[row] = NumberIn.Of(value, _question);
                    }
                    else
                    {
                        Code(row, "", 1);
                    }

                    break;
            }
        }

        private void Code(int row, string part, string value)
        {
            if (_parts.TryGetValue(part, out var at))
            {
                Put(at.Column, row, at.Codes.GetValueOrDefault(value, at.Codes.Count + 1));
            }
        }

        private void Code(int row, string part, int code)
        {
            if (_parts.TryGetValue(part, out var at))
            {
                Put(at.Column, row, Math.Min(code, at.Codes.Count + 1));
            }
        }

        private static void Put(Array column, int row, int code)
        {
            if (column is byte[] narrow)
            {
                narrow[row] = (byte)code;
            }
            else
            {
                ((ushort[])column)[row] = (ushort)code;
            }
        }

        private static void Set(ulong[] bits, int value, int row) => bits[(value * AnswerBlock.Words) + (row >> 6)] |= 1UL << (row & 63);

        private static Array Empty(Dimension dimension, int rows)
        {
            switch (dimension.Packing)
            {
                case Packing.Bits:
                    return new ulong[(dimension.Values.Count + 2) * AnswerBlock.Words];
                case Packing.Number:
                    var numbers = new double[rows];
                    Array.Fill(numbers, double.NaN);
                    return numbers;
                default:
                    return dimension.IsWide ? new ushort[rows] : new byte[rows];
            }
        }
    }
}
