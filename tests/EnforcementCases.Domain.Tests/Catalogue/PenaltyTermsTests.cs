using EnforcementCases.Domain.Catalogue;
using EnforcementCases.Domain.Penalties;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Penalties.CorrectiveOrder;
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
        var read = PenaltyTerms.Read(words.Split('|'));

        read.Kinds.ShouldBe(kinds);
        read.Orders.ShouldBe(orders);
    }

    [Fact]
    public void Several_kinds_are_not_joined_by_their_words() =>
        PenaltyTerms.Read(["警告", "罚款"]).Connector.ShouldBe(KindConnector.Unclear);

    [Theory]
    [InlineData("罚款")]
    [InlineData("罚款|责令停工整治")]
    public void One_kind_needs_no_connector_and_an_order_is_no_kind(string words) =>
        PenaltyTerms.Read(words.Split('|')).Connector.ShouldBe(KindConnector.Single);

    [Theory]
    [InlineData("责令改邪归正")]
    [InlineData("罚金")]
    [InlineData("罚款|罚款")]
    public void Words_that_are_no_kind_or_stand_twice_are_refused(string words) =>
        new Action(() => PenaltyTerms.Read(words.Split('|'))).ShouldRefuse(PenaltyTerms.Unknown, words.Split('|')[0]);

    [Fact]
    public void An_order_is_read_back_from_its_name()
    {
        foreach (var order in Enum.GetValues<CorrectiveOrder>())
            PenaltyTerms.Read([order.Term()]).Orders.ShouldBe([order]);
    }
}
