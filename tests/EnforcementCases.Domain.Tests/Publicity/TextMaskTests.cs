using EnforcementCases.Domain.Publicity;
using Shouldly;
using Xunit;

namespace EnforcementCases.Domain.Tests.Publicity;

/// <summary>个人信息保护法 第二十八条、第三十四条.</summary>
[Rule("PUB-PRIV")]
public sealed class TextMaskTests
{
    private static readonly MaskContext Context = new()
    {
        Persons =
        [
            new("张建国", LinkedAs.Party),
            new("欧阳文静", LinkedAs.Other),
            new("阿依古丽·买买提", LinkedAs.Other),
            new("孙举报", LinkedAs.Informant),
        ],
        Public = ["天津某餐饮有限公司", "91120102123456788U", "津汉街综执罚决字〔2026〕第0001号", "12010700123"],
        Numbers = ["E1234567"],
        HomeAddresses = ["天津市滨海新区汉沽街道东风里12号楼3门402"],
    };

    [Theory]
    [InlineData("张建国", "张某")]
    [InlineData("李四", "李某")]
    [InlineData("欧阳文静", "欧阳某")]
    [InlineData("欧阳", "欧某")] // two characters: a surname of one
    [InlineData("司马光", "司马某")]
    [InlineData("阿依古丽·买买提", "阿某")]
    [InlineData("佚", "某")]
    public void A_natural_person_is_shown_by_surname(string name, string shown) => PublicName.Of(name).ShouldBe(shown);

    [Theory]
    [InlineData("当事人张建国占道经营。", "当事人张某占道经营。")]
    [InlineData("当事人张 建 国占道经营。", "当事人张某占道经营。")]
    [InlineData("当事人张\u200b建国占道经营。", "当事人张某占道经营。")]
    [InlineData("阿依古丽·买买提和欧阳文静在场。", "阿某和欧阳某在场。")]
    [InlineData("接孙举报反映后到场。", "接有关人员反映后到场。")]
    public void Names_in_the_file_are_masked(string text, string masked) => Masked(text).ShouldBe(masked);

    [Theory]
    [InlineData("身份证120102199001010013", "身份证（号码略）")]
    [InlineData("身份证120102 1990 0101 0013号", "身份证（号码略）号")]
    [InlineData("身份证120102-1990-01-01-0013", "身份证（号码略）")]
    [InlineData("身份证１２０１０２１９９００１０１００１３", "身份证（号码略）")]
    [InlineData("身份证一二〇一〇二一九九〇〇一〇一〇〇一三", "身份证（号码略）")]
    [InlineData("身份证11010519491231002x", "身份证（号码略）")]
    [InlineData("旧证130503670401001", "旧证（号码略）")]
    [InlineData("电话13800138000", "电话（号码略）")]
    [InlineData("电话138 0013 8000。", "电话（号码略）。")]
    [InlineData("电话138-0013-8000。", "电话（号码略）。")]
    [InlineData("电话138.0013.8000。", "电话（号码略）。")]
    [InlineData("电话１３８－００１３－８０００。", "电话（号码略）。")]
    [InlineData("电话幺三八零零幺三八零零零。", "电话（号码略）。")]
    [InlineData("电话①③⑧⓪⓪①③⑧⓪⓪⓪。", "电话（号码略）。")]
    [InlineData("电话138\n0013\n8000。", "电话（号码略）。")]
    [InlineData("2026-11-30 13800138000", "2026-11-30 （号码略）")]
    [InlineData("座机022-67195000", "座机（号码略）")]
    [InlineData("卡号6222 0203 0205 1234 567", "卡号（号码略）")]
    [InlineData("护照E1234567", "护照（号码略）")]
    [InlineData("通行证H12345678", "通行证（号码略）")]
    [InlineData("QQ12345", "QQ（号码略）")]
    [InlineData("微信号abc_12345", "微信号（账号略）")]
    [InlineData("邮箱zhang.san@example.com", "邮箱（账号略）")]
    public void Numbers_and_accounts_are_masked_however_they_are_written(string text, string masked) => Masked(text).ShouldBe(masked);

    [Theory]
    [InlineData("驾驶津A12345停放", "驾驶（车牌略）停放")]
    [InlineData("驾驶津A·12345停放", "驾驶（车牌略）停放")]
    [InlineData("驾驶津 A D12345停放", "驾驶（车牌略）停放")]
    [InlineData("驾驶津Ａ１２３４５停放", "驾驶（车牌略）停放")]
    [InlineData("驾驶津A一二三四五停放", "驾驶（车牌略）停放")]
    [InlineData("驾驶冀B8888挂停放", "驾驶（车牌略）停放")]
    public void Plates_are_masked(string text, string masked) => Masked(text).ShouldBe(masked);

    [Theory]
    [InlineData("张建国住天津市滨海新区汉沽街道东风里12号楼3门402。", "张某住天津市滨海新区汉沽街道（住址略）。")]
    [InlineData("在东风里12号楼3门402违法搭建。", "在（住址略）违法搭建。")]
    [InlineData("在东风里 十二 号楼3门402违法搭建。", "在东风里 十二 号楼3门402违法搭建。")] // 十二 is no digit by digit: not the address that is known, but one in doubt, see below
    [InlineData("家庭住址：天津市和平区南市街道荣吉里3号。", "家庭住址：天津市和平区南市街道（住址略）。")]
    [InlineData("户籍地河北省唐山市路南区学院南路1号。", "户籍地（住址略）。")]
    [InlineData("暂住于大田镇小王庄村西。", "暂住于大田镇（住址略）。")]
    public void Home_addresses_are_shown_to_the_street_or_town(string text, string masked) => Masked(text).ShouldBe(masked);

    [Theory]
    [InlineData("2026年11月30日10时，面积约3平方米。")]
    [InlineData("检查时间2026-11-30 10:30，编号20261130。")]
    [InlineData("涉案金额1234567.00元，罚款500元。")]
    [InlineData("堆放建筑材料1000000块、1234567件。")]
    [InlineData("天津某餐饮有限公司（91120102123456788U）在汉沽街道东风路12号门前占道经营。")]
    [InlineData("依据津汉街综执罚决字〔2026〕第0001号，执法证号12010700123。")]
    [InlineData("群众反映该处长期占道，统一整治三次，一一核实。")]
    public void What_is_no_particular_of_a_person_stays(string text)
    {
        var masked = TextMask.Apply(text, Context);
        masked.Text.ShouldBe(text);
        masked.IsUntouched().ShouldBeTrue();
    }

    [Fact]
    public void The_code_of_an_organisation_stays_although_nobody_listed_it() =>
        TextMask.Apply("供货方代码91350100M000100Y43。", new()).IsUntouched().ShouldBeTrue();

    [Theory]
    [InlineData("邻居李明称夜间施工。", "李明")]
    [InlineData("证人：王小红证实当事人在场。", "王小红")]
    [InlineData("经营者刘强在场。", "刘强")]
    [InlineData("房东陈建军先生到场。", "陈建军")]
    [InlineData("东侧12号楼3门402室违法搭建。", "12号楼3门402室")]
    public void What_may_be_a_person_or_a_home_waits_for_the_clerk(string text, string inDoubt)
    {
        var masked = TextMask.Apply(text, Context);

        masked.Text.ShouldBe(text);
        masked.IsClear.ShouldBeFalse();
        var finding = masked.Findings.ShouldHaveSingleItem();
        finding.Text.ShouldBe(inDoubt);
        var hidden = TextMask.Apply(text, Context with { Hide = [finding.Key] });
        hidden.IsClear.ShouldBeTrue();
        hidden.Text.ShouldNotContain(inDoubt);
        var shown = TextMask.Apply(text, Context with { Show = [finding.Key] });
        shown.IsClear.ShouldBeTrue();
        shown.Text.ShouldBe(text);
    }

    [Theory]
    [InlineData("在东风里 十二 号楼3门402违法搭建。")]
    [InlineData("在东风里二十一栋1单元302室违法搭建。")]
    public void A_room_is_in_doubt_however_its_building_is_counted(string text)
    {
        var masked = TextMask.Apply(text, Context);

        masked.IsClear.ShouldBeFalse();
        var finding = masked.Findings.ShouldHaveSingleItem();
        finding.Kind.ShouldBe(MaskKind.HomeAddress);
        TextMask
            .Apply(text, Context with { Hide = [finding.Key] })
            .Text.Replace(" ", "", StringComparison.Ordinal)
            .ShouldBe("在东风里（住址略）违法搭建。");
    }

    [Fact]
    public void An_identity_number_is_hidden_whatever_the_clerk_answers()
    {
        var found = TextMask.Apply("证号120102199001010013", new()).Findings.ShouldHaveSingleItem();

        found.MayBeShown.ShouldBeFalse();
        TextMask.Apply("证号120102199001010013", new() { Show = [found.Key] }).Text.ShouldBe("证号（号码略）");
    }

    [Fact]
    public void A_number_of_another_kind_may_be_shown()
    {
        var found = TextMask.Apply("许可证编号1234567", new()).Findings.ShouldHaveSingleItem();

        TextMask.Apply("许可证编号1234567", new() { Show = [found.Key] }).Text.ShouldBe("许可证编号1234567");
    }

    [Fact]
    public void What_the_clerk_names_is_hidden_too() =>
        TextMask.Apply("绰号小胖子的当事人", new() { Also = ["小胖子"] }).Text.ShouldBe("绰号（略）的当事人");

    [Fact]
    public void What_was_masked_has_no_leak()
    {
        const string text = "张建国（120102199001010013，13800138000）驾驶津A12345停放。";

        TextMask.LeaksIn(text, Context).Count.ShouldBe(4);
        TextMask.LeaksIn(Masked(text), Context).ShouldBeEmpty();
    }

    private static string Masked(string text) => TextMask.Apply(text, Context).Text;
}
