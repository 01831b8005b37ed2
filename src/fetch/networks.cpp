#include "fetch/networks.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <string>

namespace depesche {
namespace {

constexpr int ipv4_begin = 96;  // bits in front of a mapped IPv4 address

bool is_within(const MachineAddress& address, const MachineAddress& network, int bits) {
    for (int bit = 0; bit < bits; bit += 8) {
        const int left = std::min(8, bits - bit);
        const auto byte = static_cast<std::size_t>(bit / 8);
        const auto mask = static_cast<std::uint8_t>(0xFFU << static_cast<unsigned>(8 - left));
        if ((address[byte] & mask) != (network[byte] & mask)) return false;
    }
    return true;
}

struct Special {
    const char* address;
    int bits;
};

// IANA IPv4 Special-Purpose Address Registry, with multicast and the reserved class E.
constexpr Special special_ipv4[] = {{"0.0.0.0", 8},     {"10.0.0.0", 8},      {"100.64.0.0", 10},  {"127.0.0.0", 8},    {"169.254.0.0", 16},
                                    {"172.16.0.0", 12}, {"192.0.0.0", 24},    {"192.0.2.0", 24},   {"192.88.99.0", 24}, {"192.168.0.0", 16},
                                    {"198.18.0.0", 15}, {"198.51.100.0", 24}, {"203.0.113.0", 24}, {"224.0.0.0", 3}};
// Of the IPv6 addresses only 2000::/3 is given out; these parts of it are special.
constexpr Special special_ipv6[] = {{"2001::", 23}, {"2001:db8::", 32}, {"2002::", 16}, {"3fff::", 20}};

template <std::size_t Count>
bool is_special(const MachineAddress& address, const Special (&list)[Count], int before) {
    return std::ranges::any_of(list, [&](const Special& special) {
        const auto network = parse_machine_address(special.address);
        return network && is_within(address, *network, before + special.bits);
    });
}

const MachineAddress mapped_prefix = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0, 0, 0};
const MachineAddress nat64_prefix = {0, 0x64, 0xFF, 0x9B};
const MachineAddress given_out = {0x20};

}  // namespace

MachineAddress machine_address(std::span<const std::uint8_t, 4> ipv4) {
    MachineAddress out = mapped_prefix;
    std::ranges::copy(ipv4, out.begin() + 12);
    return out;
}

std::optional<MachineAddress> parse_machine_address(std::string_view text) {
    const std::string written(text);
    std::array<std::uint8_t, 4> ipv4{};
    if (::inet_pton(AF_INET, written.c_str(), ipv4.data()) == 1) return machine_address(ipv4);
    MachineAddress ipv6{};
    if (::inet_pton(AF_INET6, written.c_str(), ipv6.data()) == 1) return ipv6;
    return std::nullopt;
}

bool is_public(const MachineAddress& address) {
    if (is_within(address, mapped_prefix, ipv4_begin)) return !is_special(address, special_ipv4, ipv4_begin);
    if (is_within(address, nat64_prefix, ipv4_begin)) return is_public(machine_address(std::span(address).last<4>()));
    return is_within(address, given_out, 3) && !is_special(address, special_ipv6, 0);
}

Result<AllowedNetworks> AllowedNetworks::parse(std::string_view list) {
    AllowedNetworks out;
    if (list == "any") {
        out.networks_.push_back({{}, 0});
        return out;
    }
    while (!list.empty()) {
        const std::string_view one = list.substr(0, list.find(','));
        list.remove_prefix(std::min(one.size() + 1, list.size()));
        const std::size_t slash = one.find('/');
        const auto address = parse_machine_address(one.substr(0, slash));
        const int begin = one.find(':') == std::string_view::npos ? ipv4_begin : 0;
        int bits = 128 - begin;
        bool good = address.has_value();
        if (slash != std::string_view::npos) {
            const std::string_view digits = one.substr(slash + 1);
            const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), bits);
            good = good && code == std::errc() && end == digits.data() + digits.size() && bits >= 0 && bits <= 128 - begin;
        }
        if (!good) return Error{Problem::wrong_usage, "it is no address or network such as 10.0.0.0/8", std::string(one), {}};
        out.networks_.push_back({*address, begin + bits});
    }
    return out;
}

bool AllowedNetworks::allows(const MachineAddress& address) const {
    return is_public(address) ||
           std::ranges::any_of(networks_, [&](const Network& network) { return is_within(address, network.address, network.bits); });
}

}  // namespace depesche
