using Granary.Chinese;

namespace Granary.Matching.Linkage;

/// <summary>Says of a column what it holds, by its values; its heading is asked only where they leave it open.</summary>
internal static class ColumnGuess
{
    /// <summary>Values looked at, evenly over the column's distinct ones.</summary>
    private const int Looked = 2_000;

    /// <summary>A column with fewer filled rows than this share tells of too few pairs.</summary>
    private const double LeastFilled = 0.02;

    /// <summary>
    /// A column that fewer rows fill counts only where agreeing on it is rarer than <see cref="Telling"/>: what few say often comes from one source, and what that
    /// source says alike is no evidence.
    /// </summary>
    private const double WellFilled = 0.5, Telling = 1e-3;

    private const int MostCategories = 40;

    public static ColumnKind Of(Column column, int rows)
    {
        var (distinct, filled) = (column.Values.Count, column.Filled);
        if (distinct < 2 || filled < LeastFilled * rows || Heading.IsOrigin(column.Name) || (filled < WellFilled * rows && column.Coincidence > Telling))
        {
            return ColumnKind.Ignored;
        }

        var shape = new Shape();
        var looked = Math.Min(Looked, distinct);
        for (var i = 0; i < looked; i++)
        {
            shape.See(column.Values[1 + (int)((long)i * distinct / looked)]);
        }

        var isKey = distinct == filled && filled == rows && shape.Plain == looked && Heading.IsKey(column.Name);
        return shape.Dates > 0.9 * looked ? ColumnKind.Date
            : shape.Emails > 0.8 * looked ? ColumnKind.Email
            : shape.ResidentIds > 0.5 * looked ? ColumnKind.ResidentId
            : shape.Mobiles > 0.5 * looked ? ColumnKind.Phone
            : isKey ? ColumnKind.Ignored
            : distinct <= Math.Min(MostCategories, filled / 5) ? ColumnKind.Category
            : shape.Numbers > 0.8 * looked ? (Heading.IsPhone(column.Name) ? ColumnKind.Phone : ColumnKind.Number)
            : shape.Han > 0.8 * looked ? (shape.Places > 0.5 * looked ? ColumnKind.ChineseAddress : shape.Length < 24 * looked ? ColumnKind.ChineseName : ColumnKind.Text)
            : shape.Letters > 0.8 * looked && shape.Words < 1.5 * looked && shape.Length < 16 * looked ? ColumnKind.Name
            : ColumnKind.Text;
    }

    /// <summary>How many of the values that were looked at are of which form.</summary>
    private sealed class Shape
    {
        private static readonly System.Buffers.SearchValues<char> PlaceWords = System.Buffers.SearchValues.Create("省市县区镇乡村街路巷号栋屯组");

        public int Dates { get; private set; }

        public int Emails { get; private set; }

        public int ResidentIds { get; private set; }

        public int Mobiles { get; private set; }

        /// <summary>Mostly digits.</summary>
        public int Numbers { get; private set; }

        /// <summary>One word with a digit in it.</summary>
        public int Plain { get; private set; }

        public int Han { get; private set; }

        public int Places { get; private set; }

        /// <summary>Without a digit.</summary>
        public int Letters { get; private set; }

        public int Words { get; private set; }

        public int Length { get; private set; }

        public void See(ReadOnlySpan<char> text)
        {
            int digits = 0, spaces = 0, marks = 0, han = 0;
            foreach (var unit in text)
            {
                digits += char.IsAsciiDigit(unit) ? 1 : 0;
                spaces += unit == ' ' ? 1 : 0;
                marks += unit is '-' or '(' or ')' or '+' or '.' or '/' ? 1 : 0;
                han += unit is >= '\u4E00' and <= '\u9FFF' ? 1 : 0;
            }

            Dates += Days.TryParse(text, out _) ? 1 : 0;
            Emails += text.IndexOf('@') is > 0 and var at && at < text.Length - 1 ? 1 : 0;
            if (digits >= 11)
            {
                ResidentIds += ResidentIdNumber.Parse(text.ToString()).Valid ? 1 : 0;
                Mobiles += PhoneNumber.Parse(text.ToString()).Kind == PhoneKind.Mobile ? 1 : 0;
            }

            Numbers += digits > 0 && digits * 2 >= text.Length - spaces - marks && spaces <= 3 ? 1 : 0;
            Plain += digits > 0 && spaces == 0 ? 1 : 0;
            Han += han * 2 > text.Length ? 1 : 0;
            Places += han > 3 && text.Count('号') + text.Count('村') + text.Count('路') + text.Count('街') + text.Count('县') + text.Count('市') > 1 && text.ContainsAny(PlaceWords) ? 1 : 0;
            Letters += digits == 0 ? 1 : 0;
            Words += spaces + 1;
            Length += text.Length;
        }
    }

    /// <summary>What a heading says of its column.</summary>
    private static class Heading
    {
        /// <summary>Where the record comes from, which says nothing of whose it is.</summary>
        public static bool IsOrigin(string heading) => heading.ToLowerInvariant() is "source" or "src" or "system" or "origin" or "file" or "source_dataset" or "branch" or "来源" or "系统" or "机构" or "网点";

        public static bool IsKey(string heading)
        {
            var name = heading.ToLowerInvariant();
            return name is "key" or "no" or "number" or "code" or "index" or "编号" or "序号" or "主键" || name.EndsWith("id", StringComparison.Ordinal) || name.EndsWith("key", StringComparison.Ordinal)
                || name.EndsWith("_no", StringComparison.Ordinal) || name.EndsWith('号');
        }

        public static bool IsPhone(string heading) =>
            heading.ToLowerInvariant() is var name && (name.Contains("phone", StringComparison.Ordinal) || name.Contains("mobile", StringComparison.Ordinal) || name is "tel" or "fax" || name.Contains("电话", StringComparison.Ordinal) || name.Contains("手机", StringComparison.Ordinal));
    }
}
