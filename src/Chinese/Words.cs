using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Granary.Chinese;

/// <summary>
/// Words of a text. Chinese has no blanks between them: of all ways to part a run of characters into words of a dictionary the likeliest one is
/// taken, each word as likely as it is frequent (a unigram model, found by dynamic programming; what is in no dictionary stands as single
/// characters). Data/README.md says where the dictionary comes from. Pure.
/// </summary>
public static class Words
{
    /// <summary>Characters of the longest word of the dictionary.</summary>
    private const int Longest = 4;

    /// <summary>What words of banking count, which the dictionary of general texts lacks or has too rarely to hold together.</summary>
    private const double Ours = 2_000;

    private static readonly string[] Banking =
    [
        "手机银行", "网上银行", "客户经理", "大堂经理", "信用社", "农信社", "农商行", "社保卡", "银行卡", "信用卡", "验证码", "自助机", "取款机", "服务态度", "排队", "网点", "柜台", "柜员", "取号", "开卡", "开户", "转账", "存单", "利率", "理财", "贷款", "审批",
        "存款", "放款", "还款", "担保", "征信", "短信", "到账", "二维码", "收款码", "助农", "不好用", "太慢", "太长", "不方便", "不满意",
    ];

    private static readonly FrozenSet<string> Stop = (
        "我们 你们 他们 她们 它们 咱们 自己 大家 这个 那个 这些 那些 这样 那样 这里 那里 什么 怎么 怎样 为什么 哪里 哪个 多少 一个 一些 一下 一点 一直 一样 有点 有些 有的 没有 还有 就是 不是 还是 而且 但是 但 可是 不过 如果 因为 所以 "
        + "虽然 然后 或者 以及 而 和 与 及 或 的 了 在 是 我 有 就 不 人 都 也 很 到 说 要 去 你 会 着 看 好 这 那 他 她 它 们 吗 呢 吧 啊 呀 哦 嗯 可以 能够 应该 已经 现在 时候 比较 非常 特别 真的 觉得 感觉 认为 希望 可能 其他 别的 对于 关于 "
        + "the and for are was with that this you your have has not but very too from they their our were can would should could will been more some what when who how all any its").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly Lazy<(FrozenDictionary<string, double> Weights, double Rarest)> Dictionary = new(Read);

    /// <summary>All words in their order, Latin ones in small letters; digits and signs are none.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var words = new List<string>();
        var folded = text.Normalize(NormalizationForm.FormKC);
        for (var at = 0; at < folded.Length;)
        {
            var end = at;
            if (IsHan(folded[at]))
            {
                while (end < folded.Length && IsHan(folded[end]))
                {
                    end++;
                }

                Part(folded.AsSpan(at, end - at), words);
            }
            else if (char.IsLetter(folded[at]))
            {
                while (end < folded.Length && char.IsLetter(folded[end]) && !IsHan(folded[end]))
                {
                    end++;
                }

                words.Add(folded[at..end].ToLowerInvariant());
            }
            else
            {
                end++;
            }

            at = end;
        }

        return words;
    }

    /// <summary>Whether a word says something by itself: of two characters at least, and none of those that every text has.</summary>
    public static bool Tells(string word) => word.Length >= (IsHan(word[0]) ? 2 : 3) && !Stop.Contains(word);

    /// <summary>The likeliest way through, from the end to the beginning.</summary>
    private static void Part(ReadOnlySpan<char> run, List<string> words)
    {
        var (weights, rarest) = Dictionary.Value;
        var known = weights.GetAlternateLookup<ReadOnlySpan<char>>();
        var (best, next) = (new double[run.Length + 1], new int[run.Length + 1]);
        for (var at = run.Length - 1; at >= 0; at--)
        {
            best[at] = double.NegativeInfinity;
            for (var length = 1; length <= Longest && at + length <= run.Length; length++)
            {
                if (known.TryGetValue(run.Slice(at, length), out var weight) || length == 1)
                {
                    // A character that no dictionary has is as rare as can be.
                    var likely = (weight == 0 ? rarest : weight) + best[at + length];
                    if (likely > best[at])
                    {
                        (best[at], next[at]) = (likely, at + length);
                    }
                }
            }
        }

        for (var at = 0; at < run.Length; at = next[at])
        {
            words.Add(run[at..next[at]].ToString());
        }
    }

    /// <summary>Word → the logarithm of its share, and that of what stood once.</summary>
    private static (FrozenDictionary<string, double> Weights, double Rarest) Read()
    {
        var counts = HanData.Lines("words.txt").Select(line => line.Split(' ')).ToDictionary(line => line[0], line => double.Parse(line[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        foreach (var word in Banking)
        {
            counts[word] = Math.Max(counts.GetValueOrDefault(word), Ours);
        }

        var total = counts.Values.Sum();
        return (counts.ToFrozenDictionary(c => c.Key, c => Math.Log(c.Value / total), StringComparer.Ordinal), -Math.Log(total));
    }

    private static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff' or >= '\u3400' and <= '\u4dbf';
}
