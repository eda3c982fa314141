using EnforcementCases.Domain.Cases.Ordinary;
using EnforcementCases.Domain.Parties;
using EnforcementCases.Domain.Penalties;
using EnforcementCases.Domain.Publicity;
using EnforcementCases.Domain.Tests.Cases;
using Shouldly;
using Xunit;
using static EnforcementCases.Domain.Tests.Law.Calendars;

namespace EnforcementCases.Domain.Tests.Publicity;

/// <summary>Whose names are hidden in free text. 个人信息保护法 第三十四条.</summary>
[Rule("PUB-PRIV")]
public sealed class NamesTests
{
    public static TheoryData<string, ActBody, string[]> Acts =>
        new()
        {
            {
                "those who receive for the party",
                new ConfirmServiceAddress
                {
                    DoneAt = AnOnTheSpotCase.Decided,
                    Address = "新开中路36号",
                    NamedReceiver = "钱小梅",
                    Agents = ["孙立", "欧阳文静", "某某律师事务所"],
                    ConfirmationSha256 = new('a', 64),
                },
                ["钱小梅", "孙立", "欧阳文静"]
            },
            {
                "things to take are nobody",
                new ApprovePreservation
                {
                    DoneAt = AnOnTheSpotCase.Decided,
                    Purpose = "防止灭失。",
                    Opinion = "同意。",
                    Things = [new("三轮车", 1, "辆")],
                },
                []
            },
        };

    [Theory]
    [MemberData(nameof(Acts))]
    public void Persons_are_collected_and_things_are_not(string title, ActBody act, string[] names) =>
        NamesInFile.In([act]).Select(p => p.Name).ShouldBe(names, ignoreOrder: true, title);

    [Theory]
    [InlineData(PartyKind.LegalPerson, "某某餐饮有限公司", "由李建国组织清理", "由李某组织清理")]
    [InlineData(PartyKind.OtherOrganisation, "某某合作社联合社", "由李建国组织清理", "由李某组织清理")]
    [InlineData(PartyKind.IndividualBusiness, "某某五金经营部", "由李建国组织清理", "由李某组织清理")]
    [InlineData(PartyKind.LegalPerson, "某某餐饮有限公司", "某某餐饮有限公司清理", "某某餐饮有限公司清理")] // its own name stays
    public void The_representative_of_a_party_is_hidden_in_its_texts(PartyKind kind, string name, string orders, string shown)
    {
        var facts = AnOnTheSpotCase.Warning with
        {
            Party = new()
            {
                Kind = kind,
                Name = name,
                Document = IdentityDocument.CreditCode,
                Representative = "李建国",
            },
        };
        var decision = new PublicDecision
        {
            Case = AnOnTheSpotCase.Decide(facts),
            Number = "津汉当罚字〔2024〕第0001号",
            DecidedOn = Date("2024-09-18"),
            Organ = "汉沽街道办事处",
            Violation = facts.Violation,
            Penalties = [new(PenaltyKind.Warning)],
            Facts = "占道摆摊。",
            Orders = orders,
            Outcome = CaseOutcome.Penalty,
        };

        decision.Draft(new()).Copy.Result.ShouldBe($"警告；{shown}");
    }
}
