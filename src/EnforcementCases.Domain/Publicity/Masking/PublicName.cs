namespace EnforcementCases.Domain.Publicity;

/// <summary>How natural persons are named in public (公示姓名的隐去): the surname and 某.</summary>
[StatutoryRule("PUB-PRIV")]
public static class PublicName
{
    /// <summary>A name that is no longer than this may be that of a person; a longer one without a dot is that of an organisation.</summary>
    internal const int LongestOfPerson = 4;

    private const char Hidden = '某';

    /// <summary>Surnames of two characters (复姓), which are kept whole.</summary>
    private static readonly HashSet<string> TwoCharacterSurnames = new(
        (
            "欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 长孙 宇文 司徒 夏侯 轩辕 令狐 钟离 闾丘 鲜于 司空 端木 百里 呼延 赫连 澹台 公冶 宗政 濮阳 淳于 单于 "
            + "太叔 申屠 仲孙 南宫 独孤 东郭 西门 拓跋 万俟 闻人 第五 左丘 梁丘 公羊 谷梁 微生 羊舌 即墨 纳兰 完颜 哥舒"
        ).Split(' '),
        StringComparer.Ordinal
    );

    /// <summary>The surnames that are looked for after words for persons, in names that nobody listed.</summary>
    internal const string CommonSurnames =
        "王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴钟汪田姜范崔廖谭邹熊孟秦邱侯江尹肖付马";

    /// <summary>The name as it is shown: 张某, 欧阳某. A name of one character is hidden wholly.</summary>
    public static string Of(string name)
    {
        var bare = name.Trim();
        if (bare.Length < 2)
            return Hidden.ToString();
        return bare.Length > 2 && TwoCharacterSurnames.Contains(bare[..2]) ? bare[..2] + Hidden : bare[..1] + Hidden;
    }
}
