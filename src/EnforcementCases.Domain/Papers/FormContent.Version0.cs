using System.Text.Json;
using System.Text.Json.Nodes;

namespace EnforcementCases.Domain.Papers;

public sealed partial record FormContent
{
    /// <summary>The kinds of document as numbered in version 0, from 0. It stored the number, so inserting a kind would have changed the meaning of stored papers.</summary>
    private static readonly string[] KindsOfVersion0 =
    [
        "OnTheSpotDecision",
        "OnTheSpotCorrection",
        "CashHandover",
        "PaymentNotice",
        "CorrectionOrder",
        "DutyReminder",
        "ComplianceCommitment",
        "CaseSource",
        "FilingApproval",
        "SceneRecord",
        "InquiryRecord",
        "EvidenceRequest",
        "SamplingVoucher",
        "PreservationNotice",
        "PreservationHandling",
        "SeizureDecision",
        "SeizureLifting",
        "RecheckRecord",
        "InvestigationReport",
        "LegalReviewOpinion",
        "PriorNotice",
        "DefenceRecord",
        "HearingRightNotice",
        "HearingNotice",
        "HearingRecord",
        "HearingReport",
        "CollectiveDiscussion",
        "DecisionApproval",
        "PenaltyDecision",
        "NoPenaltyDecision",
        "WithdrawalApproval",
        "WithdrawalDecision",
        "TransferLetter",
        "ServiceReceipt",
        "ServiceConfirmation",
        "DeferralApplication",
        "DeferralApproval",
        "DeferralDecision",
        "SurchargeDecision",
        "CallToPerform",
        "ExecutionDecision",
        "SubstitutePerformance",
        "DemolitionAnnouncement",
        "CourtApplication",
        "ClosingApproval",
        "FileCover",
        "FileContents",
        "FileCheckSheet",
        "PublicityInformation",
    ];

    /// <summary>Version 1 names the kind of document, where version 0 wrote its number.</summary>
    private static JsonNode NameTheKind(JsonNode content)
    {
        var number = content["kind"]!.GetValue<int>();
        if (number < 0 || number >= KindsOfVersion0.Length)
            throw new FormatException("No kind of document had that number.");
        content["kind"] = KindsOfVersion0[number];
        return content;
    }

    /// <summary>Content of a decision made on the spot named no kind before it became a form; damaged content counts as a form.</summary>
    private static bool NamesItsKind(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        try
        {
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("kind"u8))
                    return true;
                reader.Skip();
            }
            return reader.TokenType != JsonTokenType.EndObject;
        }
        catch (JsonException)
        {
            return true;
        }
    }
}
