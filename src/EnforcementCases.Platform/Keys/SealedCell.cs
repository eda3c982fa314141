using System.Text;

namespace EnforcementCases.Platform.Keys;

/// <summary>Where a sealed value is stored. It is bound to this place: moved to another row, column or table it does not open.</summary>
/// <param name="Table">Name of the table.</param>
/// <param name="Column">Name of the column.</param>
/// <param name="Row">Key of the row.</param>
internal sealed record SealedCell(string Table, string Column, string Row)
{
    public static SealedCell ActBody(Guid act) => new("case_acts", "body_sealed", act);

    public static SealedCell DocumentContent(Guid document) => new("case_documents", "content_sealed", document);

    public static SealedCell PartyDocument(Guid party) => new("parties", "document_sealed", party);

    public static SealedCell RecordSecret(Guid entry) => new("record_secrets", "payload", entry);

    public static SealedCell SecondFactor(Guid account) => new("second_factors", "secret", account);

    public static SealedCell PendingSecondFactor(Guid account) => new("second_factors", "pending_secret", account);

    /// <summary>The stored answer to a write; the key of its row is a hash over person, operation and <c>Idempotency-Key</c>.</summary>
    public static SealedCell Answer(string request) => new("idempotent_requests", "result", request);

    public static SealedCell WebhookSecret(Guid subscription) => new("webhook_subscriptions", "secret_sealed", subscription);

    private SealedCell(string table, string column, Guid row)
        : this(table, column, row.ToString("D")) { }

    /// <summary>What is authenticated with the value.</summary>
    internal byte[] Bytes => Encoding.UTF8.GetBytes($"enforcementcases-sealed-v1\n{Table}\n{Column}\n{Row}");

    /// <summary>The cell in words for a refusal and the security log; it holds no personal data.</summary>
    public override string ToString() => $"{Table}.{Column} {Row}";

    /// <summary>Where address and telephone of a party are kept.</summary>
    internal sealed record OfParty(SealedCell Address, SealedCell Phone)
    {
        /// <summary>In a case.</summary>
        public static OfParty InCase(Guid @case) => In("cases", @case);

        /// <summary>In an order to correct.</summary>
        public static OfParty InOrder(Guid order) => In("correction_orders", order);

        private static OfParty In(string table, Guid row) =>
            new(new SealedCell(table, "party_address_sealed", row), new SealedCell(table, "party_phone_sealed", row));
    }
}
