// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

namespace compendium::base {

// An ordered map whose copies are free and never change: Set and Erase leave
// every earlier copy as it was and share all but O(log n) of its nodes. That
// is how a reader keeps a snapshot while the next one is built.
//
// It is a treap whose priorities are hashes of the keys, so its shape depends
// only on what it holds, never on the order of the changes.
//
// Copies may be read from any threads; one object must not be changed while
// another thread uses that same object. Hash is a functor: Key -> uint64_t.
template <class Key, class Value, class Hash>
class PersistentMap {
  struct Node;
  using Link = std::shared_ptr<const Node>;

 public:
  size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }

  // The value of `key`, or null; valid as long as any map that holds it.
  template <class K>
  const Value* Find(const K& key) const {
    const Node* node = root_.get();
    while (node != nullptr) {
      if (key < node->key) {
        node = node->left.get();
      } else if (node->key < key) {
        node = node->right.get();
      } else {
        return &node->value;
      }
    }
    return nullptr;
  }

  // Gives `key` the value `value`, whether or not it had one.
  void Set(Key key, Value value) {
    if (Find(key) == nullptr) ++size_;
    const uint64_t priority = Hash()(key);
    root_ = SetIn(root_, std::move(key), std::move(value), priority);
  }

  // Removes `key`; nothing happens when it is not there.
  void Erase(const Key& key) {
    if (Find(key) == nullptr) return;
    --size_;
    root_ = EraseIn(root_, key);
  }

  // Calls visit(key, value) for each entry in key order.
  template <class Visit>
  void ForEach(Visit visit) const {
    Walk(root_.get(), visit);
  }

  // As ForEach, for the entries with key >= from, until visit returns false.
  template <class K, class Visit>
  void ForEachFrom(const K& from, Visit visit) const {
    WalkFrom(root_.get(), from, visit);
  }

 private:
  struct Node {
    Key key;
    Value value;
    uint64_t priority;
    Link left;
    Link right;
  };

  static Link Make(const Node& like, Link left, Link right) {
    return std::make_shared<const Node>(Node{like.key, like.value,
                                             like.priority, std::move(left),
                                             std::move(right)});
  }
  // Ties between equal hashes are broken by the key, to keep the shape unique.
  static bool Above(const Node& a, const Node& b) {
    if (a.priority != b.priority) return a.priority > b.priority;
    return a.key < b.key;
  }

  static Link SetIn(const Link& node, Key&& key, Value&& value,
                    uint64_t priority) {
    if (node == nullptr)
      return std::make_shared<const Node>(
          Node{std::move(key), std::move(value), priority, nullptr, nullptr});
    if (key < node->key) {
      Link left = SetIn(node->left, std::move(key), std::move(value), priority);
      if (!Above(*left, *node))
        return Make(*node, std::move(left), node->right);
      return Make(*left, left->left, Make(*node, left->right, node->right));
    }
    if (node->key < key) {
      Link right =
          SetIn(node->right, std::move(key), std::move(value), priority);
      if (!Above(*right, *node))
        return Make(*node, node->left, std::move(right));
      return Make(*right, Make(*node, node->left, right->left), right->right);
    }
    return std::make_shared<const Node>(Node{
        std::move(key), std::move(value), priority, node->left, node->right});
  }

  static Link Merge(const Link& left, const Link& right) {
    if (left == nullptr) return right;
    if (right == nullptr) return left;
    if (Above(*left, *right))
      return Make(*left, left->left, Merge(left->right, right));
    return Make(*right, Merge(left, right->left), right->right);
  }

  static Link EraseIn(const Link& node, const Key& key) {
    if (key < node->key)
      return Make(*node, EraseIn(node->left, key), node->right);
    if (node->key < key)
      return Make(*node, node->left, EraseIn(node->right, key));
    return Merge(node->left, node->right);
  }

  template <class Visit>
  static void Walk(const Node* node, Visit& visit) {
    for (; node != nullptr; node = node->right.get()) {
      Walk(node->left.get(), visit);
      visit(node->key, node->value);
    }
  }

  template <class K, class Visit>
  static bool WalkFrom(const Node* node, const K& from, Visit& visit) {
    for (; node != nullptr; node = node->right.get()) {
      if (node->key < from) continue;
      if (!WalkFrom(node->left.get(), from, visit)) return false;
      if (!visit(node->key, node->value)) return false;
    }
    return true;
  }

  Link root_;
  size_t size_ = 0;
};

}  // namespace compendium::base
