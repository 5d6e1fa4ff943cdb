using Granary.Chinese;

namespace Granary.Matching.Linkage;

/// <summary>Says of a column what it holds, by its values; its heading is asked only where they leave it open.</summary>
internal static class ColumnGuess
{
    /// <summary>Values looked at, evenly over the column's distinct ones.</summary>
    private const int Looked = 2_000;

    /// <summary>A column with fewer filled rows than this share tells of too few pairs.</summary>
    private const double LeastFilled = 0.02;

    private const int MostCategories = 40;

    /// <summary>A column lists several in a cell where this share of its cells does.</summary>
    private const double ListsFrom = 0.02;

    public static ColumnKind Of(Column column, int rows, LinkDefaults defaults)
    {
        var (distinct, filled) = (column.Values.Count, column.Filled);
        if (distinct < 2 || filled < LeastFilled * rows || Heading.IsOrigin(column.Name) || (filled < defaults.WellFilled * rows && column.Coincidence > defaults.Telling))
        {
            return ColumnKind.Ignored;
        }

        var shape = new Shape();
        var looked = Math.Min(Looked, distinct);
        for (var i = 0; i < looked; i++)
        {
            shape.See(column.Values[1 + (int)((long)i * distinct / looked)]);
        }

        if (Heading.IsDegrees(column.Name) is { } degrees && shape.Degrees > 0.9 * looked)
        {
            return degrees;
        }

        var isKey = distinct == filled && filled == rows && shape.Plain == looked && Heading.IsKey(column.Name);
        return shape.Dates > 0.9 * looked ? ColumnKind.Date
            : shape.Coordinates > 0.9 * looked ? ColumnKind.Coordinates
            : shape.Emails > 0.8 * looked ? (shape.Lists > ListsFrom * looked ? ColumnKind.Emails : ColumnKind.Email)
            : shape.ResidentIds > 0.5 * looked ? ColumnKind.ResidentId
            : shape.Mobiles > 0.5 * looked ? (shape.Lists > ListsFrom * looked ? ColumnKind.Phones : ColumnKind.Phone)
            : isKey ? ColumnKind.Ignored
            : shape.Years > 0.95 * looked && Heading.IsYear(column.Name) ? ColumnKind.Year
            : shape.Quantities > 0.95 * looked && (shape.Decimals > 0.3 * looked || Heading.IsQuantity(column.Name)) ? ColumnKind.Quantity
            : distinct <= Math.Min(MostCategories, filled / 5) ? ColumnKind.Category
            : shape.Numbers > 0.8 * looked ? (Heading.IsPhone(column.Name) ? ColumnKind.Phone : ColumnKind.Number)
            : shape.Han > 0.8 * looked ? (shape.Places > 0.5 * looked ? ColumnKind.ChineseAddress : shape.Length < 24 * looked ? ColumnKind.ChineseName : ColumnKind.Text)
            : shape.Codes > 0.5 * looked && shape.Plain > 0.8 * looked && shape.Length < 24 * looked ? ColumnKind.Code
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

        /// <summary>Two phones or addresses of mail at least.</summary>
        public int Lists { get; private set; }

        public int Coordinates { get; private set; }

        public int Years { get; private set; }

        /// <summary>Numbers that one can reckon with: without a nought before them, which a code has.</summary>
        public int Quantities { get; private set; }

        public int Decimals { get; private set; }

        /// <summary>Numbers of degrees, with decimals.</summary>
        public int Degrees { get; private set; }

        /// <summary>Letters and digits in one word.</summary>
        public int Codes { get; private set; }

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
                var phones = digits >= 18 ? Linkage.Lists.Phones(text.ToString()) : "";
                Lists += phones.Contains(Linkage.Lists.Separator, StringComparison.Ordinal) ? 1 : 0;
                Mobiles += phones.Contains(Linkage.Lists.Separator, StringComparison.Ordinal) || PhoneNumber.Parse(text.ToString()).Kind == PhoneKind.Mobile ? 1 : 0;
            }

            Lists += text.Count('@') > 1 ? 1 : 0;
            Years += text.Length == 4 && digits == 4 && text[0] is '1' or '2' ? 1 : 0;
            if (digits > 0 && digits + marks + spaces >= text.Length - 2)
            {
                var decimals = text.Contains('.') && digits > 1;
                var number = text[0] != '0' || text.Length == 1 || text[1] == '.' ? QuantityComparator.Read(text) : null;
                Quantities += number is null ? 0 : 1;
                Decimals += number is not null && decimals ? 1 : 0;
                Degrees += number is not null && decimals && Math.Abs(number.Value) <= 180 ? 1 : 0;
                Coordinates += text.Count('.') == 2 && CoordinatesComparator.TryRead(text, out _, out _) ? 1 : 0;
            }

            Numbers += digits > 0 && digits * 2 >= text.Length - spaces - marks && spaces <= 3 ? 1 : 0;
            Plain += digits > 0 && spaces == 0 ? 1 : 0;
            Codes += digits > 0 && spaces == 0 && han == 0 && digits + marks < text.Length ? 1 : 0;
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

        /// <summary>A latitude, a longitude; null: neither.</summary>
        public static ColumnKind? IsDegrees(string heading)
        {
            var name = heading.ToLowerInvariant();
            return name is "lat" or "纬度" || name.EndsWith("latitude", StringComparison.Ordinal) || name.EndsWith("_lat", StringComparison.Ordinal) ? ColumnKind.Latitude
                : name is "lon" or "lng" or "long" or "经度" || name.EndsWith("longitude", StringComparison.Ordinal) || name.EndsWith("_lon", StringComparison.Ordinal) || name.EndsWith("_lng", StringComparison.Ordinal) ? ColumnKind.Longitude
                : null;
        }

        public static bool IsYear(string heading) => heading.ToLowerInvariant() is var name && (name is "yob" || name.Contains("year", StringComparison.Ordinal) || name.EndsWith('年') || name.Contains("年份", StringComparison.Ordinal));

        public static bool IsQuantity(string heading) => Quantities.Any(heading.ToLowerInvariant().Split('_', ' ', '-').Contains);

        private static readonly string[] Quantities =
            ["age", "amount", "price", "income", "salary", "weight", "height", "balance", "turnover", "quantity", "area", "年龄", "金额", "价格", "收入", "年收入", "月收入", "工资", "身高", "体重", "余额", "面积", "数量"];

        public static bool IsPhone(string heading) =>
            heading.ToLowerInvariant() is var name && (name.Contains("phone", StringComparison.Ordinal) || name.Contains("mobile", StringComparison.Ordinal) || name is "tel" or "fax" || name.Contains("电话", StringComparison.Ordinal) || name.Contains("手机", StringComparison.Ordinal));
    }
}
