// Networks: which addresses of machines belong to the public internet, and which a desk's own or the machine's own networks have.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <depesche/result.h>

namespace depesche {

// An IPv6 address; an IPv4 address stands in its last four bytes, behind ::ffff.
using MachineAddress = std::array<std::uint8_t, 16>;

[[nodiscard]] MachineAddress machine_address(std::span<const std::uint8_t, 4> ipv4);
// "192.0.2.1" or "2001:db8::1".
[[nodiscard]] std::optional<MachineAddress> parse_machine_address(std::string_view text);

// False for private, shared, loopback, link-local (cloud metadata), documentation, benchmark, multicast and reserved addresses as IANA's
// registries of special-purpose addresses list them, also when an IPv4 one of them stands inside an IPv6 address (mapped, NAT64). Tunnels
// (6to4, Teredo) are never public.
[[nodiscard]] bool is_public(const MachineAddress& address);

// What may be connected to: the public internet, and the networks that a user names.
class AllowedNetworks {
public:
    AllowedNetworks() = default;
    // "10.0.0.0/8,127.0.0.1,fd00::/8"; "any" for all there are. Error: wrong_usage.
    [[nodiscard]] static Result<AllowedNetworks> parse(std::string_view list);

    [[nodiscard]] bool allows(const MachineAddress& address) const;

private:
    struct Network {
        MachineAddress address;
        int bits = 128;
    };
    std::vector<Network> networks_;
};

}  // namespace depesche
