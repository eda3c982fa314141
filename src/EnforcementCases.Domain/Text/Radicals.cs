namespace EnforcementCases.Domain.Text;

/// <summary>Radicals of dictionaries (康熙部首、中日韩部首补充): they look like ideographs and are other characters, so that a name typed with them is not found again.
/// Each is replaced by the ideograph of the same form.</summary>
internal static class Radicals
{
    private const char FirstKangxi = '\u2F00';
    private const char FirstSupplement = '\u2E80';

    /// <summary>No ideograph of the same form is in common use.</summary>
    private const char None = '?';

    /// <summary>The ideographs of U+2F00 to U+2FD5, in their order.</summary>
    private const string Kangxi =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳"
        + "心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸"
        + "缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音"
        + "頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    /// <summary>The ideographs of U+2E80 to U+2EF3, in their order.</summary>
    private const string Supplement =
        "?厂??乙亻冂?刀刂?卩小小兀尣??巳幺彑彐忄心扌攵?旡日月歺母民氵氺灬爫爫丬牛犭??罒示礻竹糹纟罓罒???羊羊羊耂肀聿"
        + "月臼艹艹艹虎衤覀西见角?讠贝足车辶辶辶阝钅長镸长门?阝雨青韦页风飞食?飠饣?马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";

    /// <summary>The text with ideographs in place of radicals; a radical without one stays.</summary>
    public static string ToIdeographs(string text) =>
        text.Any(c => IdeographOf(c) != c)
            ? string.Create(
                text.Length,
                text,
                (to, from) =>
                {
                    for (var i = 0; i < from.Length; i++)
                        to[i] = IdeographOf(from[i]);
                }
            )
            : text;

    private static char IdeographOf(char c)
    {
        var found =
            c >= FirstKangxi && c - FirstKangxi < Kangxi.Length ? Kangxi[c - FirstKangxi]
            : c >= FirstSupplement && c - FirstSupplement < Supplement.Length ? Supplement[c - FirstSupplement]
            : c;
        return found == None ? c : found;
    }
}
