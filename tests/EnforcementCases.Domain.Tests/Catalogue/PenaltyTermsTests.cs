using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Penalties;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Catalogue.CorrectiveOrder;
using static EnforcementCases.Domain.Penalties.PenaltyKind;

namespace EnforcementCases.Domain.Tests.Catalogue;

[Rule("APL-9")]
public sealed class PenaltyTermsTests
{
    /// <summary>Every combination that the shipped catalogue prints.</summary>
    public static TheoryData<string, PenaltyKind[], CorrectiveOrder[]> Combinations =>
        new()
        {
            { "罚款", [Fine], [] },
            { "警告|罚款", [Warning, Fine], [] },
            { "罚款|没收违法所得", [Fine, ConfiscationOfGains], [] },
            { "罚款|责令停工整治", [Fine], [SuspendWorkToRectify] },
            { "罚款|责令停业整治", [Fine], [SuspendBusinessToRectify] },
            { "罚款|责令关闭", [Fine, Closure], [] },
            { "罚款|没收非法财物|没收违法所得", [Fine, ConfiscationOfGoods, ConfiscationOfGains], [] },
            { "罚款|责令暂停施工", [Fine], [SuspendConstruction] },
            { "罚款|责令停业", [Fine, SuspensionOfOperation], [] },
            { "罚款|没收实物或违法收入", [Fine, ConfiscationOfGoods, ConfiscationOfGains], [] },
            { "责令停止建设、限期改正(行政命令)", [], [StopConstruction, CorrectByDate] },
            { "罚款|吊销许可证件", [Fine, LicenceRevocation], [] },
            { "没收违法所得|罚款", [ConfiscationOfGains, Fine], [] },
            { "罚款|没收违法所得|没收非法财物", [Fine, ConfiscationOfGains, ConfiscationOfGoods], [] },
            { "罚款|限期拆除(行政命令)", [Fine], [DemolishByDate] },
            { "责令停止建设、限期拆除(行政命令)|罚款", [Fine], [StopConstruction, DemolishByDate] },
            { "罚款|没收非法财物", [Fine, ConfiscationOfGoods], [] },
        };

    [Theory]
    [MemberData(nameof(Combinations))]
    public void Words_of_a_row_become_atomic_kinds_and_orders_that_are_no_penalty(
        string words,
        PenaltyKind[] kinds,
        CorrectiveOrder[] orders
    )
    {
        var read = PenaltyTerms.Read(words.Split('|'), null);

        read.Kinds.ShouldBe(kinds);
        read.Orders.ShouldBe(orders);
    }

    [Theory]
    [InlineData("警告与罚款并处,限期改正", KindConnector.And)]
    [InlineData("没收违法所得为并处,不得适用简易程序", KindConnector.And)]
    [InlineData("可以并处", KindConnector.Choice)]
    [InlineData("可并处罚款", KindConnector.Choice)]
    [InlineData("责令限期改正,可以处罚款", KindConnector.Choice)]
    [InlineData("限期改正并处造价5%—10%;不能拆除的没收,可并处造价10%以下", KindConnector.Unclear)] // both, for different cases
    [InlineData("先予警告并限期恢复;逾期不采取补救措施或造成严重后果的罚款", KindConnector.Unclear)]
    [InlineData("停业整治以拒不改正为前提", KindConnector.Unclear)]
    [InlineData(null, KindConnector.Unclear)]
    public void Note_tells_how_several_kinds_go_together(string? note, KindConnector connector) =>
        PenaltyTerms.Read(["警告", "罚款"], note).Connector.ShouldBe(connector);

    [Theory]
    [InlineData("罚款")]
    [InlineData("罚款|责令停工整治")]
    public void One_kind_needs_no_connector_and_an_order_is_no_kind(string words) =>
        PenaltyTerms.Read(words.Split('|'), null).Connector.ShouldBe(KindConnector.Single);

    [Theory]
    [InlineData("责令改邪归正")]
    [InlineData("罚金")]
    [InlineData("罚款|罚款")]
    public void Words_that_are_no_kind_or_stand_twice_are_refused(string words) =>
        new Action(() => PenaltyTerms.Read(words.Split('|'), null)).ShouldRefuse(PenaltyTerms.Unknown, words.Split('|')[0]);

    [Fact]
    public void An_order_is_read_back_from_its_name()
    {
        foreach (var order in Enum.GetValues<CorrectiveOrder>())
            PenaltyTerms.Read([order.Term()], null).Orders.ShouldBe([order]);
    }
}
