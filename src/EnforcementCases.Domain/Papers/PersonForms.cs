using EnforcementCases.Domain.Documents;
using static EnforcementCases.Domain.Papers.FormFields;
using static EnforcementCases.Domain.Papers.FormParts;
using static EnforcementCases.Domain.Papers.PersonFields;

namespace EnforcementCases.Domain.Papers;

/// <summary>Papers addressed to persons beside the party: D53.</summary>
internal static class PersonForms
{
    /// <summary>行政处罚法 第三十条、第三十一条: the guardian is ordered.</summary>
    public static DocumentForm GuardianOrder() =>
        new(
            DocumentKind.GuardianOrder,
            "D53",
            new Addressee(Must(PersonFields.Guardian, FormDuty.GuardianOrder)),
            new Grid(Must(Party, FormDuty.GuardianOrder).As("被监护人"), Must(GuardianTie, FormDuty.GuardianOrder)),
            new Section("查明的事实", Must(Facts, FormDuty.GuardianOrder)),
            new Section(null, Say("本机关对{party}作出不予行政处罚决定（{decision-number}），案由为{cause}。"))
            {
                Inline = [Must(Cause, FormDuty.GuardianOrder), Must(DecisionNumber, FormDuty.GuardianOrder)],
            },
            new Section("依据", Must(Basis, FormDuty.GuardianOrder)),
            new Section("责令的内容", Must(GuardianDuty, FormDuty.GuardianOrder)),
            new Grid(May(Contact)),
            new SignatureSpace(new FormSigner("监护人签收"))
        )
        {
            Sealed = true,
            Verifiable = true,
            Copies = ["监护人", "存卷"],
        };
}
