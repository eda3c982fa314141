using System.Buffers.Text;
using System.Text.Json;
using EnforcementCases.Platform.Keys;

namespace EnforcementCases.Platform.Access;

/// <summary>What a client keeps for us between two steps of a sign-in: encrypted, good for a purpose and a time. Nothing is stored for a sign-in that is never finished.</summary>
internal sealed class SealedTickets(PersonalDataVault vault, TimeProvider clock)
{
    /// <summary>Longest ticket that is read at all.</summary>
    public const int MaxLength = 2_000;

    /// <param name="purpose">A ticket for one purpose is none for another.</param>
    public string Seal<T>(T said, string purpose, TimeSpan goodFor)
        where T : class =>
        Base64Url.EncodeToString(
            vault.SealTicket(JsonSerializer.SerializeToUtf8Bytes(new Ticket<T>(said, clock.GetUtcNow() + goodFor)), purpose)
        );

    /// <summary>What a ticket says; null when it is none of ours, for something else, or too old.</summary>
    public T? Open<T>(string text, string purpose)
        where T : class
    {
        try
        {
            if (!vault.TryOpenTicket(Base64Url.DecodeFromChars(text), purpose, out var clear))
                return null;
            var ticket = JsonSerializer.Deserialize<Ticket<T>>(clear);
            return ticket is not null && clock.GetUtcNow() < ticket.Until ? ticket.Said : null;
        }
        catch (Exception error) when (error is FormatException or ArgumentException)
        {
            return null;
        }
    }

    private sealed record Ticket<T>(T Said, DateTimeOffset Until);
}
